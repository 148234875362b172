import type { ShouldRevalidateFunction } from '@remix-run/react';

/**
 * Loads a page anew after a form that somebody else was quicker than (409), so that it does not go on showing what was:
 * after any other refusal it stays as it is.
 */
export const lookAgain: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;
