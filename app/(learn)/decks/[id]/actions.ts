'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { ExamState } from '@/components/exam/exam-form'
import type { LetModelReadState } from '@/components/reading/let-model-read'
import type { TagState } from '@/components/tags/deck-tags'
import { DeckId, FactId } from '@/lib/core/ids'
import { FLAGS } from '@/lib/core/memory/session/fact-flag'
import { readTagName } from '@/lib/core/people/names'
import type { Viewer } from '@/lib/core/people/viewer'
import { copyDeck, findCopying } from '@/lib/data/copy-deck/copy-deck'
import { findDeck } from '@/lib/data/decks/find-deck'
import { leaveSharedDeck, shareDeck, takeBackShare } from '@/lib/data/decks/share-deck'
import { cancelGeneration } from '@/lib/data/documents/generation-job'
import { resumeGeneration } from '@/lib/data/documents/resume-generation'
import { ExamWish, removeExam, setExam } from '@/lib/data/exams/exams'
import { flagFacts } from '@/lib/data/memories/flag-facts'
import { configuredTools } from '@/lib/data/readings/reading-tools'
import { resumeReading, startReading, stopReading } from '@/lib/data/readings/start-reading'
import { tagDeck, untagDeck } from '@/lib/data/tags/tags'
import { requestAddress } from '@/lib/request'
import { ensureViewer, getViewer, requireViewer } from '@/lib/session'
import { logGeneration } from '../../documents/log-generation'
import { readConsent } from '../../documents/offered-model'

const deckIdOf = (form: FormData): DeckId => DeckId.parse(form.get('deckId'))

/** The field `remove` removes the exam; otherwise it is set. */
export async function saveExam(_before: ExamState, form: FormData): Promise<ExamState> {
  const viewer = await requireViewer()
  const deckId = DeckId.safeParse(form.get('deckId'))
  if (!deckId.success) return { kind: 'no-such-deck' }
  const state = form.has('remove') ? await remove(viewer, deckId.data) : await set(viewer, deckId.data, form)
  revalidatePath('/', 'layout')
  return state
}

async function remove(viewer: Viewer, deckId: DeckId): Promise<ExamState> {
  await removeExam(viewer, deckId)
  return { kind: 'removed' }
}

async function set(viewer: Viewer, deckId: DeckId, form: FormData): Promise<ExamState> {
  const wish = ExamWish.safeParse({ day: form.get('day'), target: form.get('target') })
  if (!wish.success) return { kind: 'unread' }
  const done = await setExam(viewer, deckId, wish.data, new Date())
  return { kind: done.kind === 'set' ? 'set' : done.reason }
}

const Flagged = z.object({ deckId: DeckId, factId: FactId, kind: z.enum(FLAGS) })

export async function removeFlag(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deckId, factId, kind } = Flagged.parse(Object.fromEntries(form))
  await flagFacts(viewer, [{ factId, kind, on: false, at: new Date() }])
  revalidatePath(`/decks/${deckId}`)
}

export async function addTag(_before: TagState, form: FormData): Promise<TagState> {
  const viewer = await requireViewer()
  const deckId = deckIdOf(form)
  const typed = String(form.get('name') ?? '')
  const name = readTagName(typed)
  if (!name) return { kind: 'unnamed', name: typed }
  const tagged = await tagDeck(viewer, deckId, name)
  if (tagged.kind === 'rejected') return { kind: tagged.reason === 'too-many' ? 'too-many' : 'gone', name }
  revalidatePath(`/decks/${deckId}`)
  return { kind: 'tagged', name: tagged.name }
}

export async function removeTag(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = deckIdOf(form)
  await untagDeck(viewer, deckId, String(form.get('name') ?? ''))
  revalidatePath(`/decks/${deckId}`)
}

/** Stops generating and keeps what is there. */
export async function cancelGenerationAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, deckIdOf(form))
  if (!deck) return
  await cancelGeneration(viewer, deck.documentId)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

/** Generates the rest of a document in the background. */
export async function resumeGenerationAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, deckIdOf(form))
  if (!deck) return
  const resumed = await resumeGeneration(viewer, deck.documentId, { clock: () => new Date() })
  if (resumed.kind === 'resumed') logGeneration(resumed.done)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

/** Stops the model and keeps what it made. If it had ended already, the page says how. */
export async function stopReadingAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, deckIdOf(form))
  if (!deck) return
  await stopReading(viewer, deck.documentId)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

/** Lets the model read the viewer's own document, if it is the one that the form named. */
export async function letModelReadAction(_before: LetModelReadState, form: FormData): Promise<LetModelReadState> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, deckIdOf(form))
  const consent = await readConsent(viewer, String(form.get('model')))
  if (!deck) notFound()
  revalidatePath(`/decks/${deck.id}`, 'layout')
  if (!consent) return 'other-model'
  const started = await startReading(viewer, deck.documentId, consent, new Date())
  if (started.kind === 'rejected' && started.reason === 'not-found') notFound()
  redirect(`/decks/${deck.id}/reading`)
}

/** Lets the model read the rest in the background. Where it may not, the reading is paused, and the page says why. */
export async function resumeReadingAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deck = await findDeck(viewer, deckIdOf(form))
  if (!deck) return
  await resumeReading(viewer, deck.documentId, configuredTools()?.model ?? null)
  revalidatePath(`/decks/${deck.id}`, 'layout')
}

export async function shareDeckAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = deckIdOf(form)
  const shared = await shareDeck(viewer, deckId, new Date())
  if (shared.kind === 'rejected') notFound()
  revalidatePath(`/decks/${deckId}`, 'layout')
}

export async function stopSharingAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const deckId = deckIdOf(form)
  await takeBackShare(viewer, deckId)
  revalidatePath(`/decks/${deckId}`, 'layout')
}

export async function leaveDeckAction(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  await leaveSharedDeck(viewer, deckIdOf(form))
  redirect('/decks')
}

/** A stranger who copies a deck becomes a guest. */
export async function copyDeckAction(form: FormData): Promise<void> {
  const viewer = await getViewer()
  const deckId = deckIdOf(form)
  const [deck, copying, t] = await Promise.all([
    findDeck(viewer, deckId),
    findCopying(viewer, deckId),
    getTranslations('share.copy'),
  ])
  if (!deck || !copying) notFound()
  const title = copying === 'duplicate' ? t('titleOf', { title: deck.title }) : null
  const copied = await copyDeck(await ensureViewer(), deckId, { title, address: await requestAddress() }, new Date())
  if (copied.kind === 'rejected' && copied.reason === 'not-found') notFound()
  if (copied.kind === 'rejected') redirect(`/decks/${deckId}?copied=${copied.reason}`)
  redirect(
    `/decks/${copied.deckId}?copied=${copied.kind === 'copied' && copying === 'duplicate' ? copying : copied.kind}`,
  )
}
