import { Hash } from '@/components/ui/hash';
import { KeyValueList } from '@/components/ui/key-value-list';
import { Panel } from '@/components/ui/panel';
import { Time } from '@/components/ui/time';
import type { ProposalPage } from '@/lib/contracts/proposal-page';

/** The facts of a proposal: revisions, people, dates. */
export function FactsPanel({ page, now }: { page: ProposalPage; now: string }) {
  const [newest] = page.revisions;
  return (
    <Panel title="Details">
      <KeyValueList
        items={[
          {
            key: 'Revision',
            value: newest ? (
              <span className="inline-flex flex-wrap items-center gap-x-1.5">
                {newest.number} of {page.revisions.length} ·{' '}
                <Hash value={newest.hash} label="Copy the hash" />
              </span>
            ) : (
              <span className="text-muted">none submitted</span>
            ),
          },
          { key: 'Base', value: baseOf(page) },
          { key: 'Repository', value: page.repository.name },
          { key: 'Author', value: page.author.name },
          { key: 'Contributors', value: page.contributors.map((person) => person.name).join(', ') },
          { key: 'Opened', value: <Time value={page.createdAt} now={now} /> },
          { key: 'Updated', value: <Time value={page.updatedAt} now={now} /> },
        ]}
      />
    </Panel>
  );
}

function baseOf({ baseVersion, newestVersion, state }: ProposalPage) {
  if (baseVersion === null) return 'new schema';
  const isOld = newestVersion !== null && newestVersion !== baseVersion;
  return (
    <>
      <code className="text-xs">{baseVersion}</code>
      {isOld && state !== 'exported' && <span className="text-warning"> · {newestVersion} is newer</span>}
    </>
  );
}
