import { DAY_MS } from '@/lib/core/shared/time'
import { runIn } from '@/lib/prepared-statements'
import { FactId } from '../lib/core/ids'
import { writeParameters } from '../lib/core/memory/scheduling/parameters'
import { replayByFact } from '../lib/core/memory/scheduling/replay'
import { rebuildMemories } from '../lib/data/memories/rebuild-memories'
import { db } from '../lib/db'
import { aSimulatedLearner, studyCards, TYPICAL } from './simulated-learner'

/** Longer than fitting asks for, and facts enough that as many came back as it needs. */
export const HISTORY_DAYS = 60
export const HISTORY_FACTS = 100
const FRESH_A_DAY = 4

/**
 * Adds two months of reviews, up to the day before `now`, by a learner who forgets much faster than most. The
 * facts are added to a document.
 */
export async function addFastForgettingHistory(
  learnerId: string,
  documentId: string,
  now: Date,
): Promise<readonly FactId[]> {
  const facts = Array.from({ length: HISTORY_FACTS }, (_, at) => ({
    ...{ id: crypto.randomUUID(), documentId, contentKey: `many-${at}`, position: 1000 + at, kind: 'statement' },
    ...{ statement: `Fact ${at}`, heading: '', spans: [], engine: 'test' },
  }))
  await db().fact.createMany({ data: facts })
  const factIds = facts.map(({ id }) => FactId.parse(id))
  const learner = aSimulatedLearner({ ...TYPICAL, threshold: -0.5 }, factIds, 1)
  for (let day = HISTORY_DAYS; day > 0; day--) studyCards(learner, now.getTime() - day * DAY_MS, FRESH_A_DAY)
  const scheduled = new Map([...replayByFact(learner.log).values()].flatMap((replayed) => [...replayed.scheduled]))
  await db().review.createMany({
    data: learner.log.map(({ id, factId, source, rating, at, parameters }) => ({
      ...{ learnerId, id: crypto.randomUUID(), factId, source, rating, at, receivedAt: at },
      ...{ scheduled: scheduled.get(id) ?? false, parameters: writeParameters(parameters) },
    })),
  })
  await db().$transaction((tx) => rebuildMemories(runIn(tx), learnerId), { timeout: 60_000 })
  return factIds
}
