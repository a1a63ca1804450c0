import 'server-only'
import { FIND_PROOF, PROOF_WORDS, type SaveState } from '@/components/items/items-types'
import type { DeckId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { ANSWER_CHARACTERS } from '@/lib/core/shared/input-limits'
import { readText } from '@/lib/data/decks/document-text'
import { findSentences } from './find-sentences'
import { readWritten } from './read-written'

/** What an editor's form looks for as another proof; null where it is to be saved. */
export async function findProof(viewer: Viewer, deckId: DeckId, form: FormData): Promise<SaveState | null> {
  if (form.get(FIND_PROOF) === null) return null
  const words = String(form.get(PROOF_WORDS) ?? '').slice(0, ANSWER_CHARACTERS)
  const text = await readText(viewer, deckId)
  const { type, edit } = readWritten(form)
  return { kind: 'found', sentences: text ? findSentences(text, words) : [], type, edit }
}
