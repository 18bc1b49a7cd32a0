import type { Revision } from '@/lib/adapters/db/generated/client';
import { formatCommitMessage } from '@/lib/adapters/git/commit-message';
import { roleLabels } from '@/lib/domain/access/roles';
import { approvalStatuses } from '@/lib/domain/review/approvals';
import type { ReviewCase } from '../review/load-review-case';

/** The message of the commit that delivers a version: what, why, and in trailers who stands for it. */
export function commitMessage(
  { facts, snapshot }: ReviewCase,
  { revision, version }: { revision: Revision; version: string },
): string {
  const standing = approvalStatuses(snapshot).filter((status) => status.status === 'stands');
  const approvals = standing.filter((status) => status.kind === 'approval');
  const signOffs = standing.filter((status) => status.kind === 'sign-off');
  const contributors = facts.contributors.filter((row) => row.personId !== facts.authorId);
  return formatCommitMessage({
    subject: `Add version ${version} of ${facts.schemaTitle}`,
    body: asProse(facts.summary),
    trailers: [
      { key: 'Assent-Proposal', value: String(facts.number) },
      { key: 'Assent-Version', value: `${facts.schemaTitle} ${version}` },
      { key: 'Assent-Revision', value: revision.hash },
      { key: 'Proposed-by', value: facts.author.name },
      ...contributors.map(({ person }) => ({ key: 'Contributed-by', value: person.name })),
      ...approvals.map(({ personName, role }) => ({
        key: 'Approved-by',
        value: `${personName} (${roleLabels[role].toLowerCase()})`,
      })),
      ...signOffs.map(({ personName }) => ({ key: 'Privacy-sign-off-by', value: personName })),
    ],
  });
}

/** One paragraph that git never takes for a block of trailers, whatever a person wrote. */
function asProse(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^[A-Za-z0-9-]+\s*:/.test(line) ? `“${line}”` : line;
}
