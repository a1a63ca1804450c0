import 'server-only'
import { z } from 'zod'
import { type AfterImport, type ImportEvent, type Refusal, withImportedAgain } from '@/components/import/import-event'
import { MOST_NESTED } from '@/lib/core/document/markdown-nesting'
import { Depth } from '@/lib/core/generation/depth'
import { UNNAMED_LANGUAGE } from '@/lib/core/language/detect-language'
import { minutesUntil, waitOf } from '@/lib/core/shared/rate-limits'
import type { ImportWish } from '@/lib/data/documents/generation-job'
import type { ImportRejection } from '@/lib/data/documents/import-document'
import type { LimitReached } from '@/lib/data/rate-limits'

const Fields = z.object({
  title: z.string().catch(''),
  text: z.string().catch(''),
  depth: Depth.catch('balanced'),
  /** Of the model that the author lets read the text, as `consentValue` writes it. */
  model: z.string().nullable().catch(null),
  keepEmpty: z.enum(['assistant', 'hand']).nullable().catch(null),
})

/** Reads the form of New document. A chosen file has priority over the text; browsers send an empty file for none. */
export async function readUpload(form: FormData) {
  const { title, text, depth, model, keepEmpty } = Fields.parse({
    title: form.get('title'),
    text: form.get('text'),
    depth: form.get('depth'),
    // A button of the form may say it as well as the box.
    model: form.getAll('model').at(-1) ?? null,
    keepEmpty: form.get('keepEmpty'),
  })
  const file = form.get('file')
  const chosen = file instanceof File && file.name !== '' ? file : null
  const content = chosen ? new Uint8Array(await chosen.arrayBuffer()) : text
  return {
    input: { title, content, fileName: chosen?.name ?? null },
    wish: { depth, model, keepEmpty: keepEmpty !== null },
    isForAssistant: keepEmpty === 'assistant',
    kept: { title, text, depth, model: model !== null },
  }
}

/** What the author asked for beside the rules. */
export type AskedOtherwise = Pick<ImportWish, 'model'> & { readonly isForAssistant: boolean }

/** Where an import leads. Without items, the author asks an assistant, or writes among the items; with consent, the model reads on. */
export function afterImport({ items }: { items: number }, { model, isForAssistant }: AskedOtherwise): AfterImport {
  if (isForAssistant && items === 0) return 'assistant'
  return model ? 'reading' : 'items'
}

/** The address of `afterImport`. Of a text that was imported before, with the title and the depth that were asked for this time. */
export function addressAfterImport(
  imported: Imported,
  asked: AskedOtherwise,
  fields: { readonly title: string; readonly depth: Depth },
): string {
  const address = pageAfterImport(imported, asked)
  return imported.fresh ? address : withImportedAgain(address, imported, fields)
}

type Imported = Pick<Extract<ImportEvent, { kind: 'imported' }>, 'deckId' | 'items' | 'complete' | 'fresh' | 'begun'>

function pageAfterImport(imported: Imported, asked: AskedOtherwise): string {
  const deck = `/decks/${imported.deckId}`
  const next = afterImport(imported, asked)
  if (next === 'assistant') return `${deck}/items/assistant`
  if (next === 'reading') return `${deck}/reading`
  return imported.complete ? `${deck}/items` : deck
}

/** A rejection as a key of messages/…/document.json with its values. */
export function refusalOf(rejection: ImportRejection | LimitReached, input: { fileName: string | null }): Refusal {
  const { reason } = rejection
  switch (reason) {
    case 'empty':
      return { reason: input.fileName ? 'emptyFile' : 'empty', values: {} }
    case 'too-short':
      return { reason, values: { words: rejection.words } }
    case 'too-many-bytes':
      return { reason, values: { megabytes: rejection.bytes / 1e6 } }
    case 'too-long':
      return { reason, values: { characters: rejection.characters } }
    case 'not-text':
      return { reason, values: { found: rejection.found?.toUpperCase() ?? 'none' } }
    case 'not-prose':
      return { reason, values: { found: rejection.found } }
    case 'unknown-language':
      return { reason, values: { language: nameOf(rejection.language) } }
    case 'no-facts':
      return { reason, values: mostFrequent(rejection.refused) }
    case 'too-nested':
      return { reason, values: { most: MOST_NESTED } }
    case 'limit-reached':
      return { reason, values: waitOf(minutesUntil(rejection.tryAgainAt, new Date())) }
    case 'too-slow':
      return { reason, values: { seconds: rejection.seconds } }
    case 'shutdown':
      return { reason: 'network', values: {} }
    case 'failed':
    case 'blank':
    case 'busy':
    case 'own-busy':
    case 'cancelled':
    case 'deleted':
      return { reason, values: {} }
  }
}

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

const nameOf = (language: string): string =>
  language === UNNAMED_LANGUAGE ? 'unnamed' : (ENGLISH_NAMES.of(language) ?? language)

function mostFrequent(refused: Readonly<Record<string, number>>): { check?: string } {
  const [first] = Object.entries(refused).sort(([, a], [, b]) => b - a)
  return first ? { check: first[0] } : {}
}
