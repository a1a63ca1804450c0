// npm run bench:gate -- --recordings FOLDER [--depth DEPTH] [--seed N] [--missed] [--mix FOLDER | --judge FOLDER] TEXTS…
// How many good proposals with one fault the checks in code refuse, and how many good ones they lose. --mix writes the faults that
// pass among good proposals, as the replies of a model that proposes; once `npm run record` has no request left for that folder,
// --judge tells what the second reading caught.
import { Depth } from '../../lib/core/generation/depth'
import type { Proposal } from '../../lib/core/generation/read-reply'
import { type RandomSource, seededRandom } from '../../lib/core/shared/random'
import { readArguments, stop } from '../../scripts/shared/command-line'
import { markdownTable, percent, wholeNumber } from '../engine/command-line'
import { groupBy } from '../engine/group-by'
import { judgeMix, type Mixed, writeMix } from './mix'
import { MUTATIONS, type Mutation, mutate, type Surroundings } from './mutations'
import { type CodeVerdict, judgeByCode, type RecordedWindow, readWindows } from './proposals'

const USAGE =
  'Usage: npm run bench:gate -- --recordings FOLDER [--depth DEPTH] [--seed N] [--missed] [--mix FOLDER | --judge FOLDER] TEXTS…'
const OPTIONS = {
  recordings: { type: 'string' },
  depth: { type: 'string', default: 'balanced' },
  seed: { type: 'string', default: '1' },
  missed: { type: 'boolean', default: false },
  mix: { type: 'string' },
  judge: { type: 'string' },
} as const

const GOOD = 'none (good)'
const MOST_CODES = 5

/** A proposal as recorded (`mutation` null) or with one fault. */
type Trial = Mixed & {
  /** The good proposal that the fault was made in. */
  readonly origin: Proposal | null
  readonly verdict: CodeVerdict
}

const { values, positionals } = readArguments(OPTIONS, USAGE)
const recordings = values.recordings ?? stop(USAGE)
const depth = Depth.safeParse(values.depth).data ?? stop(USAGE)
const random = seededRandom(wholeNumber('seed', values.seed, 0))
const windows = await readWindows(positionals, recordings, depth)
if (windows.length === 0) stop(`${recordings} has no reply to a request to propose about these texts. ${USAGE}`)
const good = windows.flatMap((recorded) => recorded.proposals.map((proposal) => trialOf(null, proposal, recorded)))
const mutated = good.filter(isLetPass).flatMap((trial) => mutationsOf(trial, random))
console.log(codeTable([...good, ...mutated]))
if (values.missed) console.log(`\n${details([...good, ...mutated])}`)
if (values.mix !== undefined) writeMix(mixOf(), values.mix)
if (values.judge !== undefined) console.log(`\n${await readingTable(values.judge)}`)

/** The checks in code do not refuse it. */
function isLetPass({ verdict }: Trial): boolean {
  return verdict.kind !== 'refused'
}

function trialOf(
  mutation: Mutation | null,
  proposal: Proposal,
  recorded: RecordedWindow,
  origin: Proposal | null = null,
): Trial {
  return { mutation, proposal, recorded, origin, verdict: judgeByCode(proposal, recorded) }
}

function mutationsOf({ proposal, recorded }: Trial, dice: RandomSource): Trial[] {
  const around = surroundings(recorded)
  return MUTATIONS.flatMap((kind) => {
    const changed = mutate(kind, proposal, around, dice)
    return changed ? [trialOf(kind, changed, recorded, proposal)] : []
  })
}

function surroundings(recorded: RecordedWindow): Surroundings {
  const keysOf = (among: readonly RecordedWindow[]) =>
    among.flatMap(({ proposals }) =>
      proposals.flatMap(({ type, key }) => (type === 'true-false' || type === 'matching' ? [] : key)),
    )
  const own = windows.filter(({ label }) => label === recorded.label)
  return { recorded, ownKeys: keysOf(own), foreignKeys: keysOf(windows.filter((window) => !own.includes(window))) }
}

function codeTable(trials: readonly Trial[]): string {
  const rows = [null, ...MUTATIONS].map((kind) => {
    const verdicts = trials.filter(({ mutation }) => mutation === kind).map(({ verdict }) => verdict)
    return [kind ?? GOOD, ...shares(verdicts), codesOf(verdicts, MOST_CODES)]
  })
  return markdownTable(['fault', 'items', 'refused', 'waiting', 'shown', 'by'], rows)
}

function countOf(wanted: CodeVerdict['kind'], verdicts: readonly CodeVerdict[]): number {
  return verdicts.filter(({ kind }) => kind === wanted).length
}

/** How many there are, and the shares that are refused, wait, and are shown. */
function shares(verdicts: readonly CodeVerdict[]): string[] {
  const shareOf = (kind: CodeVerdict['kind']) =>
    verdicts.length === 0 ? '–' : percent(countOf(kind, verdicts) / verdicts.length)
  return [String(verdicts.length), ...(['refused', 'waiting', 'shown'] as const).map(shareOf)]
}

function codesOf(verdicts: readonly CodeVerdict[], most = Number.POSITIVE_INFINITY): string {
  const refused = verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [verdict.code] : []))
  const counted = [...groupBy(refused, (code) => code)].sort((a, b) => b[1].length - a[1].length)
  return counted
    .slice(0, most)
    .map(([code, { length }]) => `${code} ${length}`)
    .join(', ')
}

/** Every good proposal that the checks do not refuse, at most half of them with a fault that is not refused either; rare faults come first. */
function mixOf(): Mixed[] {
  const passed = mutated.filter(isLetPass)
  const byKind = [...groupBy(passed, ({ mutation }) => mutation).values()].sort((a, b) => a.length - b.length)
  const kept = good.filter(isLetPass)
  const faults = new Map<Proposal, Trial>()
  for (const trial of byKind.flat())
    if (faults.size < kept.length / 2 && trial.origin && !faults.has(trial.origin)) faults.set(trial.origin, trial)
  return kept.map((trial) => faults.get(trial.proposal) ?? trial)
}

/** What the second reading makes of the mix; the last column takes what code refuses together with it. */
async function readingTable(folder: string): Promise<string> {
  const judged = [...(await judgeMix(mixOf(), folder))]
  const rows = [null, ...MUTATIONS].flatMap((kind) => {
    const verdicts = judged.filter(([{ mutation }]) => mutation === kind).map(([, verdict]) => verdict)
    if (verdicts.length === 0) return []
    const tried = (kind === null ? good : mutated).filter(({ mutation }) => mutation === kind)
    const passing = tried.filter(isLetPass).length / tried.length
    const hidden = 1 - (passing * countOf('shown', verdicts)) / verdicts.length
    return [[kind ?? GOOD, ...shares(verdicts), percent(hidden), codesOf(verdicts)]]
  })
  return markdownTable(['fault', 'items', 'refused', 'waiting', 'shown', 'not shown, of all', 'by'], rows)
}

/** Good ones that are refused, and faults that are shown. */
function details(trials: readonly Trial[]): string {
  return trials
    .filter(({ mutation, verdict }) => (mutation === null ? verdict.kind !== 'shown' : verdict.kind === 'shown'))
    .map(({ mutation, proposal, verdict, recorded }) => {
      const why = verdict.kind === 'refused' ? verdict.code : verdict.item.doubts.map(({ code }) => code).join(', ')
      const wrong = proposal.wrong.map(({ text }) => text).join(' | ')
      return `${mutation ?? 'good'} ${verdict.kind} ${why} — ${recorded.label} ${proposal.sentences.join(',')} ${proposal.type}: ${proposal.stem} [${proposal.key.join('; ')}]${wrong ? ` not: ${wrong}` : ''}${proposal.quote ? ` quote: ${proposal.quote}` : ''}`
    })
    .join('\n')
}
