/**
 * The path within Assent that a person comes back to after signing in. Anything that could lead elsewhere (another
 * host, a protocol, a backslash or a control character) gives the first page.
 */
export function safeReturnPath(from: unknown): string {
  if (typeof from !== 'string' || from.length > 2_000) return '/';
  const leadsAway =
    !from.startsWith('/') || from.startsWith('//') || from.includes('\\') || /\p{Cc}/u.test(from);
  return leadsAway || from.startsWith('/sign-in') || from.startsWith('/api/') ? '/' : from;
}
