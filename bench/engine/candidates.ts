// npm run bench:candidates -- --out FOLDER [--least SCORE] FILES…
// A sheet of all that could be asked of some documents, shown or not, with what the score says of each.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { structureDocument } from '../../lib/core/document/structure-document'
import { alternativesOf } from '../../lib/core/generation/rules/drafts/competing-drafts'
import { findClaims } from '../../lib/core/generation/rules/find-claims'
import { featuresOf } from '../../lib/core/generation/rules/score'
import {
  addSection,
  type ScoredItem,
  startGeneration,
  withLabel,
} from '../../lib/core/generation/rules/select/generation-state'
import { scoreDraft } from '../../lib/core/generation/rules/select/select-items'
import type { WrittenItem } from '../../lib/core/item/item'
import { seedOf } from '../../lib/core/shared/random'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { sheetMarkdown } from './judgement-sheet'

const USAGE = 'Usage: npm run bench:candidates -- --out FOLDER [--least SCORE] FILES…'
const OPTIONS = { out: { type: 'string' }, least: { type: 'string', default: '0.45' } } as const

type Entry = {
  readonly number: number
  readonly document: string
  readonly item: WrittenItem
  readonly score: number
  readonly features: readonly string[]
}

const { values, positionals } = readArguments(OPTIONS, USAGE)
const out = values.out ?? stop(USAGE)
const least = Number(values.least)
if (positionals.length === 0 || Number.isNaN(least)) stop(USAGE)
const texts = new Map<string, { file: string; text: string }>()
write(positionals.flatMap(candidatesOf).map((entry, n) => ({ ...entry, number: n + 1 })))

/** Of each claim one of the ways to ask it, so that every type is judged in its share. */
function candidatesOf(path: string): Omit<Entry, 'number'>[] {
  const label = basename(path).replace(/\.\w+$/, '')
  const document = {
    ...structureDocument({ title: null, text: readFileSync(path, 'utf8'), format: 'txt' }),
    language: 'eng',
  }
  texts.set(label, { file: `${label}.txt`, text: document.text })
  const state = startGeneration(document)
  const tried = [...findClaims(document, 'txt', () => {})].flatMap((found) => {
    const claims = addSection(found, state)
    return alternativesOf(claims, state.pool).flatMap((alternatives) =>
      alternatives.flatMap(({ drafts }) => drafts.flatMap((draft) => scoreDraft(draft, state))),
    )
  })
  return onePerClaim(tried.filter(({ score }) => score >= least)).map(({ item, claim, score }) => {
    const features = featuresOf(item, claim, state.scoreContext)
    return { document: label, item: withLabel(item, state), score, features }
  })
}

function onePerClaim(tried: readonly ScoredItem[]): ScoredItem[] {
  const byClaim = new Map<string, ScoredItem[]>()
  for (const scored of tried) {
    const { id } = scored.claim.fact
    byClaim.set(id, [...(byClaim.get(id) ?? []), scored])
  }
  return [...byClaim].flatMap(([id, drafts]) => drafts.slice(seedOf(id) % drafts.length).slice(0, 1))
}

function write(entries: readonly Entry[]): void {
  const reader = join(out, 'reader')
  mkdirSync(reader, { recursive: true })
  for (const { file, text } of texts.values()) writeFileSync(join(reader, file), text)
  writeFileSync(join(reader, 'sheet.md'), sheetMarkdown(entries, texts))
  copyFileSync('bench/judgements/rubric.md', join(reader, 'rubric.md'))
  const kept = entries.map(({ number, document, score, features }) => ({ number, document, score, features }))
  writeFileSync(join(out, 'candidates.json'), JSON.stringify(kept))
  console.log(`${entries.length} candidates of ${texts.size} documents: ${join(reader, 'sheet.md')}`)
}
