import { fc, test } from '@fast-check/vitest'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { normaliseText } from './normalise-text'
import { frontMatterOf, structureMarkdown } from './structure-markdown'

const KINDS = /^(?:heading|paragraph|list|table)$/

/** Kind and words of a block, without the marks and the underline of a heading. */
const describeBlock = (kind: string, words: string): string =>
  `${kind} ${kind === 'heading' ? words.replace(/^[#\s]+|[#\s=-]+$/g, '') : words.trim()}`

const blocksOfRemark = (text: string): string[] =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(text)
    .children.filter(({ type }) => KINDS.test(type))
    .map(({ type, position }) => describeBlock(type, text.slice(position?.start.offset, position?.end.offset)))

const blocksOf = (text: string): string[] =>
  structureMarkdown(text, 'A title').map(({ kind, span }) => describeBlock(kind, text.slice(span.start, span.end)))

// No empty list item and no list that starts at 2 under another: there the two parsers differ, and so do their readers.
const bits =
  'Plain words| more|1802 was|“Quote”|# |## Head|- one|* two|1. three|  |```|<div>|</div>|<!--|-->|> |A / B|/ b|---|[a](b)|**bold**|`code`|\\|#'
    .split('|')
    .map((bit) => bit.replace('/', '|'))
const breaks = ['\n', '\n', '\n\n', '\n\n']

describe('structureMarkdown', () => {
  const texts = fc.array(fc.constantFrom(...bits, ...breaks, ...breaks), { maxLength: 40 })
  test.prop([texts], { numRuns: 1000 })('finds the same blocks as another parser of CommonMark, remark', (pieces) => {
    const text = normaliseText(pieces.join(''))
    expect(blocksOf(text)).toEqual(blocksOfRemark(text))
  })

  it('gives a row of a table a span for every cell, an empty one too', () => {
    const text = '| a | b |\n|---|---|\n| c | |\n'
    const [table] = structureMarkdown(text, null)
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map((row) => row.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
  })

  it('takes the members of a list without their marks and boxes', () => {
    const text = '- [x] Read *this*\n- and\n  that\n  - not this\n'
    const [list] = structureMarkdown(text, null)
    const members = list?.kind === 'list' ? list.members : []
    expect(members.map(({ start, end }) => text.slice(start, end))).toEqual(['Read *this*', 'and\n  that'])
  })

  it('skips footnotes, quotes, code and HTML', () => {
    expect(blocksOf('Bees dance.[^1]\n\n[^1]: A note.\n\n> A quote.\n\n```\ncode\n```\n\n<p>HTML</p>\n')).toEqual([
      'paragraph Bees dance.[^1]',
    ])
  })
})

describe('front matter', () => {
  it('is YAML or TOML between fences at the very start', () => {
    const yaml = '---\ntitle: Harbours\ntags:\n  - sea\n- ships\n---'
    expect(frontMatterOf(`${yaml}\n\nShips need water.`)).toBe(yaml)
    expect(frontMatterOf('+++\ntitle = "Harbours"\n+++')).toBe('+++\ntitle = "Harbours"\n+++')
  })

  it('is no prose between two rules', () => {
    expect(frontMatterOf('---\nPlain words\n\n---\n\nMore words.')).toBe('')
    expect(frontMatterOf('---\n\n---\n')).toBe('')
    expect(frontMatterOf('Words.\n---\ntitle: no\n---')).toBe('')
  })
})
