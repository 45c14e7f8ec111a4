import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPage } from './error-page.tsx';
import { Loading } from './loading.tsx';

/** Shows the answer of a read once it is there; until then that it loads, or why it cannot be had. */
export const Answered = <T,>(props: {
  readonly read: UseQueryResult<T, Error>;
  readonly children: (answer: T) => ReactNode;
}) => {
  const { data, error, refetch } = props.read;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (error !== null) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return <Loading />;
};
