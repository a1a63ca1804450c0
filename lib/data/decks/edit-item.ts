import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { Block } from '../../core/document/document'
import { type DeckId, type ItemId, RevisionId } from '../../core/ids'
import { lintItem } from '../../core/item/lint'
import type { LintFinding } from '../../core/item/lint/finding'
import { db } from '../../db'
import { type DeckChoice, findChoice } from './choose-item'
import { decksEditableBy } from './decks-visible-to'
import { chosenRevision, itemOf, type Revision, revisionData, revisionOf } from './revision-of'

/** What an author may change. Options of a choice are its key and its wrong ones. */
export type Edit = { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }

export type Edited =
  | {
      readonly kind: 'edited'
      readonly revisionId: RevisionId
      readonly previous: DeckChoice
      readonly findings: readonly LintFinding[]
    }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' }
  /** What the lint says; saved only when asked to in spite of it. */
  | { readonly kind: 'rejected'; readonly reason: 'lint'; readonly findings: readonly LintFinding[] }
  | { readonly kind: 'rejected'; readonly reason: 'incomplete' }

/**
 * Saves an author's words as a new revision, and accepts it: editing is a nod. Attempts keep the revision they showed.
 * With `anyway` the author overrules the lint; an item without stem or key is never saved.
 */
export async function editItem(
  viewer: Viewer,
  deckId: DeckId,
  itemId: ItemId,
  edit: Edit,
  { anyway }: { anyway: boolean },
  now: Date,
): Promise<Edited> {
  return db().$transaction(async (tx) => {
    const previous = await findChoice(tx, viewer, deckId, itemId)
    if (previous === undefined) return { kind: 'rejected', reason: 'not-found' }
    const row = await tx.item.findUniqueOrThrow({
      where: { id: itemId, document: { decks: { some: { AND: [{ id: deckId }, decksEditableBy(viewer)] } } } },
      include: { revisions: true, facts: { orderBy: { slot: 'asc' } }, document: true },
    })
    const current = chosenRevision(row.revisions, previous?.revisionId)
    if (!current) return { kind: 'rejected', reason: 'not-found' }
    const next = apply(revisionOf(current), edit)
    if (!next) return { kind: 'rejected', reason: 'incomplete' }
    const item = itemOf(
      row,
      { ...next, id: RevisionId.parse(current.id) },
      row.facts.map(({ factId }) => factId),
    )
    const findings = lintItem(item, contextOf(row.document))
    if (findings.length > 0 && !anyway) return { kind: 'rejected', reason: 'lint', findings }
    const number = Math.max(...row.revisions.map((revision) => revision.number)) + 1
    const data = { itemId, number, authorId: viewer.learnerId, createdAt: now, ...revisionData(next) }
    const { id } = await tx.revision.create({ data })
    const decision = { choice: 'accepted' as const, revisionId: id, decidedAt: now }
    await tx.deckChoice.upsert({
      where: { deckId_itemId: { deckId, itemId } },
      create: { deckId, itemId, ...decision },
      update: decision,
    })
    return { kind: 'edited', revisionId: RevisionId.parse(id), previous, findings }
  })
}

function apply(current: Revision, edit: Edit): Omit<Revision, 'id'> | null {
  const stem = edit.stem.trim()
  const key = edit.key.map((entry) => entry.trim()).filter((entry) => entry !== '')
  const wrong = edit.wrong.map((option) => option.trim()).filter((option) => option !== '' && !key.includes(option))
  if (stem === '' || key.length === 0) return null
  return {
    ...current,
    stem,
    key,
    options: current.options.length === 0 ? [] : arrange(current.options, [...key, ...wrong]),
    // Spellings that count stay with the answers that were kept.
    accepted: key.map((entry) => current.accepted[current.key.indexOf(entry)] ?? []),
    // An option in other words is another option: why it was wrong, and where the text speaks of it, went with the old one.
    distractorReasons: only(current.distractorReasons, wrong),
    distractorProofs: only(current.distractorProofs, wrong),
  }
}

function only<T>(byOption: Readonly<Record<string, T>>, options: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(byOption).filter(([option]) => options.includes(option)))
}

// Options keep their places as far as they were kept; new ones follow, so that editing never moves the key to one end.
function arrange(before: readonly string[], after: readonly string[]): string[] {
  const fresh = after.filter((option) => !before.includes(option))
  const kept = before.map((option) => (after.includes(option) ? option : fresh.shift()))
  return [...kept.filter((option) => option !== undefined), ...fresh]
}

function contextOf(document: { text: string; title: string; blocks: unknown }) {
  const blocks = document.blocks as Block[]
  const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => span)
  const texts = headings.map(({ start, end }) => document.text.slice(start, end))
  return { text: document.text, title: document.title, headings: texts, stems: [] }
}
