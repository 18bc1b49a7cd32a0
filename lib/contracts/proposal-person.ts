/** A person as other people see them. */
export interface PersonRef {
  id: string;
  name: string;
}

/** Whether this person may do something; where not, why, in a sentence for a tooltip. */
export interface PermissionView {
  allowed: boolean;
  /** Null where it is allowed. */
  because: string | null;
}
