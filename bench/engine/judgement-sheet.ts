import type { WrittenItem } from '../../lib/core/item/item'
import { RUBRIC } from './judgement-files'

export type SheetEntry = { readonly number: number; readonly document: string; readonly item: WrittenItem }

/** A document as the reader gets it. */
export type SheetDocument = { readonly file: string; readonly text: string }

/** What a reader is given besides the documents and the rubric. */
export function sheetMarkdown(entries: readonly SheetEntry[], documents: ReadonlyMap<string, SheetDocument>): string {
  const parts = [INSTRUCTIONS]
  let document = ''
  for (const entry of entries) {
    const read = documents.get(entry.document)
    if (entry.document !== document) parts.push(`# Document: ${read?.file}`)
    document = entry.document
    parts.push(entryMarkdown(entry, read?.text ?? ''))
  }
  return `${parts.join('\n\n')}\n`
}

const INSTRUCTIONS = `# Items to judge

You are a strict teacher. You have the documents, the rubric and these items, nothing else.
Read a document as a whole before you judge its items. Look each item's evidence up in the document and read around it.
An item is good only if every check of the rubric that applies is a yes; otherwise it is bad, and you name the first check
that fails (${RUBRIC[0]} … ${RUBRIC.at(-1)}). When you are unsure, ask whether you would put it before a class as it stands.

Flashcards are shown stem first, key behind. A typed answer counts as right in each way listed. A learner sees stem and
options; key, explanation, reasons and evidence come after the answer.

Hand back JSON, one entry for every number:

    [ { "number": 1, "verdict": "good" },
      { "number": 2, "verdict": "bad", "failedCheck": "R7", "reason": "…" } ]

The reason is a short line in your own words. Never copy a sentence of the document into it.`

function entryMarkdown({ number, item }: SheetEntry, text: string): string {
  const lines = [`## ${number}. ${item.type}`, '', `**Stem:** ${oneLine(item.stem)}`, '']
  if (item.options.length > 0) lines.push('**Options, as shown:**', '', ...item.options.map(bullet), '')
  lines.push(...keyLines(item), '', `**Explanation:** ${oneLine(item.explanation)}`, '')
  const reasons = Object.entries(item.distractorReasons).map(([option, why]) => {
    const place = item.distractorEvidence[option]
    return bullet(
      `${option} — ${why}${place ? ` *(${place.start}–${place.end}:* ${text.slice(place.start, place.end)}*)*` : ''}`,
    )
  })
  if (reasons.length > 0) lines.push('**Why the others are wrong:**', '', ...reasons, '')
  lines.push(
    '**Evidence:**',
    '',
    ...item.evidence.flatMap(({ start, end, quote }) => [`> ${oneLine(quote)} *(${start}–${end})*`, '']),
  )
  return lines.join('\n').trimEnd()
}

function keyLines({ key, accepted }: WrittenItem): string[] {
  const also = (n: number) => {
    const ways = (accepted[n] ?? []).filter((way) => way !== key[n])
    return ways.length > 0 ? ` *(also right: ${ways.map(oneLine).join('; ')})*` : ''
  }
  if (key.length === 1) return [`**Key:** ${oneLine(key[0] ?? '')}${also(0)}`]
  return ['**Key:**', '', ...key.map((entry, n) => `${n + 1}. ${oneLine(entry)}${also(n)}`)]
}

const bullet = (text: string): string => `- ${oneLine(text)}`

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
