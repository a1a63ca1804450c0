import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { StructuredDocument } from '../../lib/core/document/document'
import { structureDocument } from '../../lib/core/document/structure-document'
import type { Depth } from '../../lib/core/generation/depth'
import type { Draft } from '../../lib/core/generation/draft'
import type { ModelRequest } from '../../lib/core/generation/finder'
import { openGate } from '../../lib/core/generation/gate'
import type { GeneratedItem } from '../../lib/core/generation/generated'
import { type Located, locateDraft } from '../../lib/core/generation/locate-draft'
import { modelFinder } from '../../lib/core/generation/model/model-finder'
import type { Window } from '../../lib/core/generation/model/windows'
import { type Proposal, readProposals } from '../../lib/core/generation/read-reply'
import { detectLanguage } from '../../lib/core/language/detect-language'
import { readDocument } from '../../lib/import-formats/read-document'
import { RECORDED_FINDER, readRecording } from '../../lib/model/recorded-replies'
import { stop } from '../../scripts/shared/command-line'

/** A window of a text with what a model proposed for it. */
export type RecordedWindow = {
  /** The text's file name without ending. */
  readonly label: string
  readonly document: StructuredDocument
  readonly window: Window
  readonly depth: Depth
  /** Asks a model to propose items of the window. */
  readonly request: ModelRequest
  readonly proposals: readonly Proposal[]
}

/** The windows of texts for which a folder has the recorded reply to the request that asks to propose. */
export async function readWindows(
  paths: readonly string[],
  recordings: string,
  depth: Depth,
): Promise<readonly RecordedWindow[]> {
  const windows: RecordedWindow[] = []
  for (const path of paths) {
    const document = await readText(path)
    const finder = modelFinder(RECORDED_FINDER, { depth, language: document.language })
    const label = basename(path, extname(path))
    for (const window of finder.parts(document)) {
      const request = firstRequest(finder.find(window, document))
      const reply = readRecording(recordings, request)
      if (reply !== null)
        windows.push({ label, document, window, depth, request, proposals: readProposals(reply).entries })
    }
  }
  return windows
}

function firstRequest(finding: ReturnType<ReturnType<typeof modelFinder>['find']>): ModelRequest {
  const step = finding.next()
  return (step.done ? undefined : step.value[0]) ?? stop('A window asks nothing.')
}

async function readText(path: string): Promise<StructuredDocument> {
  const read = await readDocument({ kind: 'bytes', bytes: readFileSync(path), fileName: basename(path) })
  if (read.kind === 'rejected') return stop(`${path} cannot be read: ${read.reason}.`)
  const structured = structureDocument(read)
  return { ...structured, language: detectLanguage(structured.text) }
}

/** What becomes of a proposal that stands alone: refused with a code, waiting with doubts, or shown. */
export type CodeVerdict =
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'waiting' | 'shown'; readonly item: GeneratedItem }

export function judgeByCode(proposal: Proposal, { document, window }: RecordedWindow): CodeVerdict {
  const located = locate(proposal, { document, window })
  if ('refusal' in located) return { kind: 'refused', code: located.refusal.code }
  return judgeDraft(located.draft, document)
}

export function judgeDraft(draft: Draft, document: StructuredDocument): CodeVerdict {
  const { items, refusals } = openGate(document).admit([draft])
  const [item] = items
  if (!item) return { kind: 'refused', code: refusals[0]?.code ?? '' }
  return { kind: item.tier === 'A' ? 'shown' : 'waiting', item }
}

export const locate = (
  proposal: Proposal,
  { document, window }: Pick<RecordedWindow, 'document' | 'window'>,
): Located =>
  locateDraft(proposal, { finder: RECORDED_FINDER, document, sentences: [...window.before, ...window.sentences] })
