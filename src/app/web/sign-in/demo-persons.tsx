import { accessTexts } from '#parties/access/access.text.ts';
import type { Session } from '#parties/people/people.contract.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import './sign-in.css';

interface Props {
  /** Only the person of this name, for signing in again. */
  readonly only?: string;
  readonly onDone: (session: Session) => void;
}

/** The persons of the demonstration to choose from. */
export const DemoPersons = ({ only, onDone }: Props) => {
  const role = useText(accessTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const persons = useRead(peopleClient.demoPersons);
  const enter = useCommand(peopleClient.demoSignIn);
  const handleEnter = (key: string) => {
    enter.run({ body: { key } }).then(onDone, () => undefined);
  };
  return (
    <Answered read={persons}>
      {(list) => (
        <>
          {enter.error !== undefined && <Notice wrong>{faults.fault(enter.error)}</Notice>}
          <ul className="demo-persons">
            {list
              .filter((person) => only === undefined || person.name === only)
              .map((person) => (
                <li key={person.key}>
                  <button type="button" disabled={enter.pending} onClick={() => handleEnter(person.key)}>
                    <b>{person.roles.map((one) => role(`role.${one}`)).join(ui('text.comma'))}</b>
                    <span>
                      {person.name}
                      {person.bodyName && ` · ${person.bodyName}`}
                    </span>
                    <small>{person.hint}</small>
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
    </Answered>
  );
};
