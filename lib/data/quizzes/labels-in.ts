import 'server-only'
import { splitLabel } from '@/lib/core/item/label'
import type { Db, Tx } from '@/lib/db'
import type { AskedItem, Sitting } from './sitting'

type Apart = ReturnType<typeof splitLabel>

/**
 * Takes stems of a sitting apart into what they are about and what they ask. A label is known by the title of the document and
 * the headings over the facts that are asked; the saved words stay whole.
 */
export async function labelsIn(from: Db | Tx, sitting: Sitting): Promise<(item: AskedItem) => Apart> {
  const ids = sitting.quiz.questions.flatMap(({ revision }) => revision.item.facts.map(({ factId }) => factId))
  const facts = await from.fact.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { heading: true, document: { select: { title: true } } },
  })
  const title = facts[0]?.document.title ?? ''
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return ({ stem }) => splitLabel(stem, title, headings)
}
