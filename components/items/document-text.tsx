import { memo } from 'react'
import type { Block, Span } from '@/lib/core/document/document'
import { type Highlights, highlightText, overlaps, type Run } from './highlight-text'

type DocumentTextProps = { text: string; blocks: readonly Block[] } & Highlights

const NO_SPANS: readonly Span[] = []

/** The document's text, with its facts, the evidence of the current item and the answer highlighted. */
export function DocumentText({ text, blocks, facts, evidence, answer }: DocumentTextProps) {
  return blocks.map((block) => {
    // Blocks without evidence keep equal props, so that they are not rendered again.
    const hasEvidence = evidence.some((span) => overlaps(span, block.span))
    return (
      <BlockView
        key={block.span.start}
        text={text}
        block={block}
        facts={facts}
        evidence={hasEvidence ? evidence : NO_SPANS}
        answer={hasEvidence ? answer : null}
      />
    )
  })
}

const BlockView = memo(function BlockView({ text, block, ...highlights }: { text: string; block: Block } & Highlights) {
  const runs = (span: Span) => <Runs runs={highlightText(text, span, highlights)} />
  switch (block.kind) {
    case 'title':
      return null
    case 'heading':
      return (
        <h2 className="mt-5 mb-2 text-body first:mt-0">
          {text.slice(block.span.start, block.span.end).replace(/^#+\s*/, '')}
        </h2>
      )
    case 'paragraph':
      return <p className={PROSE}>{runs(block.span)}</p>
    case 'list':
      return <ListView block={block} runs={runs} />
    case 'table':
      return <TableView block={block} runs={runs} />
  }
})

const PROSE = 'document-text mt-3 max-w-[36rem] text-[1.0625rem]! text-ink-muted first:mt-0 max-sm:text-[1rem]!'

type Part<K extends Block['kind']> = { block: Extract<Block, { kind: K }>; runs: (span: Span) => React.ReactNode }

function ListView({ block, runs }: Part<'list'>) {
  const List = block.ordered ? 'ol' : 'ul'
  const marker = block.ordered ? 'list-decimal ps-6' : 'list-disc ps-5 marker:text-edge'
  return (
    <List className={`${PROSE} ${marker}`}>
      {block.members.map((member) => (
        <li key={member.start}>{runs(member)}</li>
      ))}
    </List>
  )
}

function TableView({ block, runs }: Part<'table'>) {
  return (
    <div className="mt-3 overflow-x-auto">
      <table className={PROSE}>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row[0]?.start} className="border-t">
              {row.map((cell) => (
                <td key={cell.start} className="py-2 pe-4 align-top">
                  {runs(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ start, text, highlight }) => {
    // Without the marks of Markdown.
    const words = text.replaceAll(/\*\*|__|`/g, '')
    if (highlight === 'plain') return words
    if (highlight === 'fact')
      return (
        <span key={start} className="text-ink">
          {words}
        </span>
      )
    if (highlight === 'evidence')
      return (
        <span key={start} data-lit="" className="lit">
          {words}
        </span>
      )
    return (
      <b key={start} data-lit="" className="lit-strong relative">
        {words}
      </b>
    )
  })
}
