import { Link } from '#platform/ui/address.tsx';
import { StateText, type Tone } from '#platform/ui/marks.tsx';
import './declaration.css';

export interface Task {
  readonly href: string;
  readonly title: string;
  readonly state: string;
  readonly tone: Tone;
  /** Shown under the title, each on its own line. */
  readonly details?: readonly {
    readonly title: string;
    readonly state: string;
    readonly href: string;
    readonly done: boolean;
  }[];
}

/** What is to be done, in order, each with how far it is; every line leads to its page. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ol className="tasks">
    {tasks.map((task) => (
      <li key={task.title}>
        <div className="task">
          <Link href={task.href}>{task.title}</Link>
          <StateText tone={task.tone}>{task.state}</StateText>
        </div>
        {task.details && (
          <ul className="task-details">
            {task.details.map((one) => (
              <li key={one.title} className={one.done ? 'done' : undefined}>
                <Link href={one.href}>{one.title}</Link>
                <span>{one.state}</span>
              </li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ol>
);
