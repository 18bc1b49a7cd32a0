import type { ActionResult } from '@/lib/contracts/action-result';

/** A server action about a person. */
export type PersonAction = (input: unknown) => Promise<ActionResult<void>>;

/** What the page of people can ask for. */
export interface PeopleActions {
  create: PersonAction;
  setRoles: PersonAction;
  setDisabled: PersonAction;
  setPassword: PersonAction;
}
