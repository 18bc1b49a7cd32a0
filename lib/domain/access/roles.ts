/** What a person may hold; a person may hold several. The words are those of the database and the screens. */
export const roles = ['viewer', 'engineer', 'product-manager', 'analyst', 'admin'] as const;

/** One of the roles of an installation. `admin` has no extra voice in a review. */
export type Role = (typeof roles)[number];

/** The roles that propose, edit and review. */
export const reviewRoles = ['engineer', 'product-manager', 'analyst'] as const;

/** The role in which a person gives a verdict. */
export type ReviewRole = (typeof reviewRoles)[number];

/** The name of each role on a screen. */
export const roleLabels: Record<Role, string> = {
  viewer: 'Viewer',
  engineer: 'Engineer',
  'product-manager': 'Product manager',
  analyst: 'Analyst',
  admin: 'Admin',
};

/** What each role may do, in one sentence, for the page where roles are given. */
export const roleDescriptions: Record<Role, string> = {
  viewer: 'Reads everything and comments.',
  engineer: 'Proposes, edits, and reviews the cost and reliability of collecting each field.',
  'product-manager': 'Proposes, edits, and reviews the cost against the value.',
  analyst:
    'Proposes, edits, reviews whether the fields answer the question, decides about fields and signs off privacy.',
  admin: 'Manages settings, people and repositories, and has no extra voice in a review.',
};

/** Tells whether a text is the name of a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Tells whether a text is the name of a role that reviews. */
export function isReviewRole(text: string): text is ReviewRole {
  return (reviewRoles as readonly string[]).includes(text);
}

/** The roles among these that review, in the order of {@link reviewRoles}; empty where there is none. */
export function reviewRolesOf(held: readonly Role[]): ReviewRole[] {
  return reviewRoles.filter((role) => held.includes(role));
}
