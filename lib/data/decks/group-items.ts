import 'server-only'
import type { Span } from '../../core/document/document'
import { db } from '../../db'
import type { ItemMark } from './mark-items'

/** A fact with its items; or, for whoever answers later, the questions of a section without what gives their keys away. */
export type ItemGroup = {
  /** The fact's id; of a group of questions, a name of its own. */
  readonly id: string
  readonly kind: 'fact' | 'questions'
  readonly statement: string
  readonly heading: string
  /** Where the document says it; of questions, of all their facts. */
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ItemMark[]
}

/** Everything of a deck that the viewer may see, in the document's order and numbered in it; and the facts of the document. */
export async function groupItems(
  documentId: string,
  marks: readonly Omit<ItemMark, 'number'>[],
  mayEdit: boolean,
): Promise<{ readonly groups: readonly ItemGroup[]; readonly facts: ReadonlySet<string> }> {
  const byFact = new Map<string | null, Omit<ItemMark, 'number'>[]>()
  for (const mark of marks) {
    const mainFact = mark.factIds[0] ?? null
    const beside = byFact.get(mainFact)
    if (beside) beside.push(mark)
    else byFact.set(mainFact, [mark])
  }
  const facts = await db().fact.findMany({
    where: { documentId },
    orderBy: { position: 'asc' },
    select: { id: true, statement: true, heading: true, spans: true, answerSpan: true, retired: true },
  })
  const groups = facts.map(({ retired, ...fact }) => ({
    ...fact,
    kind: 'fact' as const,
    spans: fact.spans as Span[],
    answerSpan: fact.answerSpan as Span | null,
    items: byFact.get(fact.id) ?? [],
  }))
  let number = 0
  const numbered = (mayEdit ? groups : keepProofsBack(groups))
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ ...group, items: group.items.map((item) => ({ ...item, number: ++number })) }))
  return { groups: numbered, facts: new Set(facts.flatMap(({ id, retired }) => (retired ? [] : [id]))) }
}

type Group = Omit<ItemGroup, 'items'> & { readonly items: readonly Omit<ItemMark, 'number'>[] }

/**
 * For whoever answers the questions later: cards stay with their facts, and the questions of a section follow together,
 * without the statement and the sentence that would give their keys away.
 */
function keepProofsBack(facts: readonly Group[]): Group[] {
  const headings = [...new Set(facts.map(({ heading }) => heading))]
  return headings.flatMap((heading, at) => {
    const section = facts.filter((fact) => fact.heading === heading)
    const cards = section.map((fact) => ({ ...fact, items: fact.items.filter(({ type }) => type === 'flashcard') }))
    const questions: Group = {
      id: `questions-${at}`,
      kind: 'questions',
      statement: '',
      heading,
      spans: section.flatMap(({ spans }) => spans),
      answerSpan: null,
      items: section.flatMap(({ items }) => items.filter(({ type }) => type !== 'flashcard')),
    }
    return [...cards, questions]
  })
}
