import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StructuredDocument } from '../../lib/core/document/document'
import type { Found, ModelRequest, ModelStage } from '../../lib/core/generation/finder'
import { openGate } from '../../lib/core/generation/gate'
import { modelFinder } from '../../lib/core/generation/model/model-finder'
import type { RefusalCode } from '../../lib/core/generation/refusal'
import { RECORDED_FINDER, recordingFor } from '../../lib/model/recorded-replies'
import { stop } from '../../scripts/shared/command-line'
import { markdownTable } from './command-line'
import type { Measured, Replies } from './documents'

/** Each step of the model finder, by the first stage that it asks for. */
const STEPS = ['propose', 'answer-with-text', 'answer-without-text'] as const satisfies readonly ModelStage[]
type Step = (typeof STEPS)[number]

const REFUSED_BY: Readonly<Partial<Record<RefusalCode, Step>>> = {
  'not-answerable': 'answer-with-text',
  'answered-otherwise': 'answer-with-text',
  guessable: 'answer-without-text',
  'another-answer': 'answer-without-text',
  'option-also-right': 'answer-without-text',
}
const NAMES: Readonly<Record<Step, string>> = {
  propose: 'propose, and the checks in code',
  'answer-with-text': 'answer with the text',
  'answer-without-text': 'answer without it, elsewhere, refute',
}

type Work = { requests: number; characters: number; milliseconds: number; refused: number }

/**
 * What each stage of the model finder asks, refuses and takes of our own time over recorded replies, and what the gate admits beside
 * the items of the rules.
 */
export function stageTable(documents: readonly Measured[], replies: Replies): string {
  const work = new Map(STEPS.map((step) => [step, emptyWork()]))
  const [rules, gate] = [emptyWork(), emptyWork()]
  let [made, admitted] = [0, 0]
  for (const { generated, milliseconds } of documents) {
    const { document } = generated
    const ruled = generated.items.filter(({ finder }) => finder === 'rules').length
    rules.milliseconds += milliseconds
    made += ruled
    const found = read(document, replies, work)
    for (const { refusals } of found)
      for (const { code } of refusals) workOf(work, REFUSED_BY[code] ?? 'propose').refused += 1
    const since = performance.now()
    const drafts = found.flatMap((each) => each.drafts)
    const result = openGate(document).admit(drafts)
    gate.milliseconds += performance.now() - since
    gate.refused += result.refusals.length
    admitted += result.items.length
  }
  const row = (name: string, { requests, characters, milliseconds, refused }: Work, items: string) => [
    name,
    items,
    String(requests),
    String(characters),
    String(refused),
    milliseconds.toFixed(0),
  ]
  return markdownTable(
    ['stage', 'items', 'requests', 'characters sent', 'refused', 'ms of ours'],
    [
      row('rules', rules, String(made)),
      ...STEPS.map((step) => row(NAMES[step], workOf(work, step), '')),
      row('gate', gate, String(admitted)),
    ],
  )
}

const emptyWork = (): Work => ({ requests: 0, characters: 0, milliseconds: 0, refused: 0 })

const workOf = (work: ReadonlyMap<Step, Work>, step: Step): Work => work.get(step) ?? stop(`No stage ${step}.`)

function read(document: StructuredDocument, { folder, depth }: Replies, work: ReadonlyMap<Step, Work>): Found[] {
  const finder = modelFinder(RECORDED_FINDER, { depth, language: document.language })
  return finder.parts(document).map((part) => {
    const finding = finder.find(part, document)
    let step = timed(() => finding.next(), workOf(work, 'propose'))
    while (!step.done) {
      const requests = step.value
      const current = workOf(
        work,
        STEPS.find((name) => requests.some(({ stage }) => stage === name)) ?? 'answer-without-text',
      )
      current.requests += requests.length
      current.characters += requests
        .flatMap(({ messages }) => messages)
        .reduce((sum, { content }) => sum + content.length, 0)
      const replies = requests.map((request) => replyTo(request, folder))
      step = timed(() => finding.next(replies), current)
    }
    return step.value
  })
}

function timed<T>(run: () => T, work: Work): T {
  const since = performance.now()
  const result = run()
  work.milliseconds += performance.now() - since
  return result
}

function replyTo(request: ModelRequest, folder: string): string {
  const path = join(folder, recordingFor(request))
  return existsSync(path) ? readFileSync(path, 'utf8') : stop(`A reply is not in ${folder}: record again.`)
}
