import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { structureDocument } from '../../document/structure-document'
import { estimateTokens } from '../../shared/estimate-tokens'
import type { Found, ModelRequest } from '../finder'
import type { RefusalCode } from '../refusal'
import { sentencesToAsk } from '../sentences-to-ask'
import { modelFinder } from './model-finder'
import { windowAt } from './windows'

const CONTEXT_TOKENS = 4_096

function documentOf(text: string) {
  return { ...structureDocument({ title: 'Mills', text, format: 'md' }), language: 'eng' }
}

/** The first request about each part of a text, and what is refused without a reply. */
function asked(text: string): { readonly requests: readonly ModelRequest[]; readonly refusals: Found['refusals'] } {
  const document = documentOf(text)
  const finder = modelFinder('model:test', { depth: 'everything', language: 'eng' })
  const requests: ModelRequest[] = []
  const refusals = finder.parts(document).flatMap((part) => {
    const finding = finder.find(part, document)
    let step = finding.next()
    while (!step.done) {
      requests.push(...step.value)
      step = finding.next(step.value.map(() => null))
    }
    return step.value.refusals
  })
  return { requests, refusals }
}

const tokensOf = ({ messages, mostTokens }: ModelRequest): number =>
  messages.reduce((sum, { content }) => sum + estimateTokens(content), mostTokens)

const wordsIn = (letters: number): string =>
  `Arden ${'mill '.repeat((letters - 6) / 5)}`.slice(0, letters - 1).concat('.')

const ROWS: readonly { readonly code: RefusalCode; readonly letters: number; readonly near: number }[] = [
  { letters: 1_401, near: 1_400, code: 'sentence-too-long' },
]

it.each(ROWS)('a sentence of $letters letters is refused as $code, and one of $near is asked about', (row) => {
  const [long, near] = [wordsIn(row.letters), wordsIn(row.near)]
  const { requests, refusals } = asked(`${long} ${near}`)
  expect(refusals).toMatchObject([{ code: row.code, span: { start: 0, end: row.letters } }])
  expect(requests).toHaveLength(1)
  expect(requests[0]?.messages.at(-1)?.content).toContain(`1. ${near}`)
})

describe('a text without full stops', () => {
  it('is asked nothing, and says once why', () => {
    const { requests, refusals } = asked('mill '.repeat(40_000))
    expect(requests).toEqual([])
    expect(refusals).toMatchObject([{ code: 'sentence-too-long' }])
  })

  it('leaves what stands before and after it as it is', () => {
    const { requests, refusals } = asked(`Arden has a mill.\n\n${'mill '.repeat(4_000)}\n\nIt was built in 1666.`)
    expect(refusals).toHaveLength(1)
    expect(requests[0]?.messages.at(-1)?.content).toContain('1. Arden has a mill.\n2. It was built in 1666.')
  })
})

it('a part that begins in a list names the line over the list', () => {
  const mills = Array.from({ length: 90 }, (_, n) => `- mill ${n + 1} of the river, with a wheel of oak`).join('\n')
  const [, second] = asked(`The valley has these mills:\n\n${mills}`).requests
  const passage = second?.messages.at(-1)?.content ?? ''
  expect(passage.slice(0, passage.indexOf('The text:'))).toContain('1. The valley has these mills:')
})

describe('a list member that is asked about by itself', () => {
  const linesOver = (text: string, member: string) => {
    const document = documentOf(text)
    const start = text.indexOf(member)
    return windowAt(document, { start, end: start + member.length })?.before.map((line) => line.text)
  }
  const listOf = (...members: string[]) =>
    `The valley has these mills:\n\n${members.map((text) => `- ${text}`).join('\n')}`

  it('stands below the line over its list and the two members before it', () => {
    const text = listOf('one of oak', 'two of elm', 'three of ash', 'four of fir')
    expect(linesOver(text, 'four of fir')).toEqual(['The valley has these mills:', 'two of elm', 'three of ash'])
    expect(linesOver(text, 'one of oak')).toEqual(['The valley has these mills:'])
  })

  it('keeps that line where the members before it are long', () => {
    const [long, longer] = [wordsIn(1_200), wordsIn(1_300)]
    expect(linesOver(listOf(long, longer, 'three of ash'), 'three of ash')).toEqual([
      'The valley has these mills:',
      longer,
    ])
    expect(linesOver(listOf('мельница '.repeat(140), 'two of ash'), 'two of ash')).toEqual([
      'The valley has these mills:',
    ])
  })
})

const part = fc.oneof(
  fc.integer({ min: 10, max: 3_000 }).map((letters) => `${'мельница '.repeat(letters / 9)}стоит.`),
  fc.integer({ min: 10, max: 3_000 }).map((letters) => wordsIn(letters)),
  fc.integer({ min: 10, max: 900 }).map((letters) => `\n\n## ${'мельница '.repeat(letters / 9)}\n\n`),
  fc.integer({ min: 1, max: 60 }).map((count) => Array.from({ length: count }, (_, n) => `- мельница ${n}\n`).join('')),
)

test.prop([fc.array(part, { minLength: 1, maxLength: 60 })])(
  'prompt and reply fit into the context of a small model, whatever the text',
  (parts) => {
    for (const request of asked(parts.join('\n\n')).requests) expect(tokensOf(request)).toBeLessThan(CONTEXT_TOKENS)
  },
)

test.prop([fc.array(part, { minLength: 1, maxLength: 40 })])('each sentence is asked about in one window', (parts) => {
  const document = documentOf(parts.join('\n\n'))
  const windows = modelFinder('model:test', { depth: 'key', language: 'eng' }).parts(document)
  expect(windows.flatMap(({ sentences }) => sentences)).toEqual(sentencesToAsk(document))
})
