import 'server-only'
import { splitLabel } from '@/lib/core/item/label'
import type { Db, Tx } from '@/lib/db'

type Apart = ReturnType<typeof splitLabel>

/**
 * Takes stems of one document's items apart into what they are about and what they ask. A label is known by the title of the
 * document and the headings over the facts that are asked; the saved words stay whole.
 */
export async function labelSplitter(
  from: Db | Tx,
  factIds: readonly string[],
): Promise<(item: { readonly stem: string }) => Apart> {
  const facts = await from.fact.findMany({
    where: { id: { in: [...new Set(factIds)] } },
    select: { heading: true, document: { select: { title: true } } },
  })
  const title = facts[0]?.document.title ?? ''
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return ({ stem }) => splitLabel(stem, title, headings)
}
