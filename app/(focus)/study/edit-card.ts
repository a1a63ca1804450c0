'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { readWords } from '@/components/document/edit-words'
import type { CardEdited } from '@/components/study/card-editor'
import { DeckId, FactId, ItemId } from '@/lib/core/ids'
import type { LintFinding } from '@/lib/core/item/lint/finding'
import { faceOf } from '@/lib/core/memory/face'
import { editItem } from '@/lib/data/decks/edit-item'
import { nextCards } from '@/lib/data/study/next-cards'
import { requireViewer } from '@/lib/session'

const Edited = z.object({ deckId: DeckId, factId: FactId, itemId: ItemId })

/** The words of a card in its author's hands while it is studied: a new revision, by the verb that the Items tab uses. */
export async function editCard(form: FormData): Promise<CardEdited> {
  const viewer = await requireViewer()
  const { deckId, factId, itemId } = Edited.parse(Object.fromEntries(form))
  const anyway = form.get('anyway') === '1'
  const now = new Date()
  const edited = await editItem(viewer, deckId, itemId, readWords(form), { anyway }, now)
  if (edited.kind === 'rejected') {
    const said = edited.reason === 'lint' ? await inWords(edited.findings) : []
    return { kind: 'refused', reason: edited.reason, said }
  }
  const { cards } = await nextCards(viewer, { deckId, factIds: [factId], limit: 1 }, now)
  const shown = cards.flatMap((card) => [faceOf(card), ...Object.values(card.faces)])
  const faces = shown.filter((face) => face.itemId === itemId)
  return faces.length > 0 ? { kind: 'saved', faces } : { kind: 'refused', reason: 'not-found', said: [] }
}

async function inWords(findings: readonly LintFinding[]): Promise<readonly string[]> {
  const t = await getTranslations('items.lint')
  return [...new Set(findings.map(({ code, values }) => t(code, values)))]
}
