import type { ButtonHTMLAttributes } from 'react';
import { Link } from './address.tsx';

type Look = 'primary' | 'danger' | 'text' | 'link';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary per page; `danger` stands apart and is confirmed. */
  readonly look?: Look | 'danger primary';
  readonly small?: boolean;
  /** Under way: the button cannot be pressed again. */
  readonly pending?: boolean;
}

const classes = (look: string | undefined, small: boolean | undefined) =>
  ['ui-button', look, small && 'small'].filter(Boolean).join(' ');

export const Button = ({ look, small, pending, disabled, type = 'button', className, ...rest }: Props) => (
  <button
    {...rest}
    type={type}
    className={[classes(look, small), className].filter(Boolean).join(' ')}
    disabled={disabled || pending}
    aria-busy={pending || undefined}
  />
);

/** A link that looks like a button, for going somewhere. */
export const LinkButton = (props: {
  readonly href: string;
  readonly look?: Look;
  readonly small?: boolean;
  readonly children: React.ReactNode;
}) => (
  <Link href={props.href} className={classes(props.look, props.small)}>
    {props.children}
  </Link>
);
