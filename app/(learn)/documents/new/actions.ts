'use server'

import { redirect } from 'next/navigation'
import type { NewDocumentState } from '@/components/document/import-event'
import { importDocument } from '@/lib/data/documents/import-document'
import { ensureViewer } from '@/lib/session'
import { readUpload } from './read-upload'
import { refusalOf } from './refusal-of'

/** The form without scripts: waits for the items and opens them. */
export async function makeItems(_before: NewDocumentState, form: FormData): Promise<NewDocumentState> {
  const { input, kept } = await readUpload(form)
  const imported = await importDocument(await ensureViewer(), input, {}, new Date())
  if (imported.kind === 'rejected') return { refusal: refusalOf(imported, input), kept }
  redirect(`/decks/${imported.deckId}/items`)
}
