'use server'

import { redirect } from 'next/navigation'
import type { NewDocumentState } from '@/components/import/import-event'
import { importWithinLimits, type Started } from '@/lib/data/documents/import-document'
import { requestAddress } from '@/lib/request'
import { admitViewer } from '@/lib/session'
import { logGeneration } from '../log-generation'
import { readConsent } from '../offered-model'
import { addressAfterImport, readUpload, refusalOf } from '../upload-form'

// Most documents are complete by then. For a longer one the first cards are shown.
const PATIENCE_MS = 1_500

/** The form without scripts: waits for the items and opens them, or for the first cards of a long document. */
export async function makeItems(_before: NewDocumentState, form: FormData): Promise<NewDocumentState> {
  const { input, wish: asked, isForAssistant, kept } = await readUpload(form)
  const admitted = await admitViewer()
  if (admitted.kind === 'rejected') return { refusal: refusalOf(admitted, input), kept }
  const wish = { ...asked, model: await readConsent(admitted.viewer, asked.model) }
  const address = await requestAddress()
  const made = await new Promise<Made | Started>((resolve, reject) => {
    const onStarted = (started: Started) => void setTimeout(() => resolve(started), PATIENCE_MS)
    const end = importWithinLimits(admitted.viewer, { ...input, wish, address }, { onStarted }, new Date())
    end.then(resolve, reject)
    logGeneration(end)
  })
  if (!('kind' in made) || made.kind === 'stopped') redirect(`/decks/${made.deckId}`)
  if (made.kind === 'rejected') return { refusal: refusalOf(made, input), kept }
  redirect(addressAfterImport(made, { model: wish.model, isForAssistant }, kept))
}

type Made = Awaited<ReturnType<typeof importWithinLimits>>
