import type { Clock } from '@/lib/platform/clock';
import { exportVersion } from '../../export/export-version';
import { openThread } from '../../thread/open-thread';
import { addComment } from '../../thread/add-comment';
import { withdrawProposal } from '../../proposal/withdraw-proposal';
import { Stage } from './acts';
import { playConflict } from './conflict-story';
import { deviceOfAttempt, experienceOfClick, pointerTrail, rankOfChoice } from './openings';
import type { Cast } from './people';

/** One proposal in each state. Each story is skipped where an earlier start told it. */
export async function playStories(cast: Cast, _repositoryId: string, clock: Clock): Promise<void> {
  await playExported(cast, clock);
  await playWithdrawn(cast, clock);
  await playConflict(cast, clock);
  await playInReview(cast, clock);
  await Stage.open(cast.emil, deviceOfAttempt, clock);
}

async function playExported(cast: Cast, clock: Clock): Promise<void> {
  const stage = await Stage.open(cast.edda, rankOfChoice, clock);
  if (!stage) return;
  await stage.submit(cast.edda, 'Ready: one field, one metric.');
  await stage.review(cast.emil, {
    role: 'engineer',
    verdict: 'approve',
    body: 'The rank is known when the page is left; it costs nothing.',
  });
  await stage.review(cast.amir, {
    role: 'analyst',
    verdict: 'approve',
    body: 'This answers the question as posed.',
  });
  await stage.decide(cast.ana, {
    keep: {
      chosen_result_rank:
        'The trend over years decides how long lists are; a rank says nothing about a person.',
    },
  });
  await stage.signOff(cast.ana, 'A rank says nothing about a person.');
  await exportVersion(await stage.approve(cast.amir), clock);
}

async function playWithdrawn(cast: Cast, clock: Clock): Promise<void> {
  const stage = await Stage.open(cast.petra, pointerTrail, clock);
  if (!stage) return;
  await stage.submit(cast.petra, 'For a first look.');
  await stage.review(cast.ana, {
    role: 'analyst',
    verdict: 'request-changes',
    body: 'Which decision depends on this? A survey of ten people would tell us more than a trail of everybody’s pointer.',
  });
  const reason = 'The question can be answered by a usability test. Nothing needs to be collected.';
  await withdrawProposal(cast.petra, { proposalId: stage.proposalId, reason }, clock);
}

async function playInReview(cast: Cast, clock: Clock): Promise<void> {
  const stage = await Stage.open(cast.edda, experienceOfClick, clock);
  if (!stage) return;
  const { proposalId } = stage;
  await stage.submit(cast.edda, 'Adds what the first results left open: does experience change the choice?');
  await stage.review(cast.petra, {
    role: 'product-manager',
    verdict: 'approve',
    body: 'Worth it: the design decision waits for this.',
  });
  const anchor = { kind: 'field' as const, pointer: '/properties/user_edit_count' };
  const { threadId } = await openThread(
    cast.ana,
    {
      ...{ proposalId, anchor, blocking: true, suggestion: null },
      body: 'An exact count singles people out. `user_edit_count_bucket`, as in `analytics/edit/attempt`, answers the same question.',
    },
    clock,
  );
  const body = 'Agreed, the classes are enough for us. I will change it in the next revision.';
  await addComment(cast.edda, { threadId, body, suggestion: null }, clock);
  await stage.decide(cast.ana, { isMeant: (path) => path === 'editor_interface' });
}
