import { clsx } from 'clsx'
import { memo, type ReactNode } from 'react'
import type { Span } from '@/lib/core/document/document'
import type { ReadingBlock } from '@/lib/core/language/sentences-of-blocks'
import { shownWordsAt } from './document-sentences'
import { type Highlights, highlightText, overlaps, type Run } from './highlight-text'
import { writeSpan } from './items-query'
import type { DocumentPart } from './items-types'

type Shown = Highlights & {
  /** The spans of all facts that the deck asks. */
  readonly stated: readonly Span[]
  readonly selected: Span | null
}

type DocumentTextProps = Shown & {
  part: DocumentPart
  /** Under the block of the selected sentence. */
  underSelected: ReactNode
}

const NO_SPANS: readonly Span[] = []

/** A part of the document by sentences: those that items ask are darker, and the evidence of the current item is highlighted. */
export function DocumentText({ part, underSelected, stated, evidence, answer, selected }: DocumentTextProps) {
  return part.blocks.map((block) => {
    const span = spanOf(block)
    // Blocks without evidence keep equal props, so that they are not rendered again.
    const hasEvidence = evidence.some((found) => overlaps(found, span))
    const hasSelected = selected !== null && overlaps(selected, span)
    return (
      <div key={span.start} className="mt-3 first:mt-0">
        <BlockView
          part={part}
          block={block}
          stated={stated}
          evidence={hasEvidence ? evidence : NO_SPANS}
          answer={hasEvidence ? answer : null}
          selected={hasSelected ? selected : null}
        />
        {hasSelected ? underSelected : null}
      </div>
    )
  })
}

function spanOf(block: ReadingBlock): Span {
  if (block.kind === 'heading') return block.span
  const units = block.kind === 'table' ? block.rows.flat() : block.units
  return { start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }
}

type BlockViewProps = Shown & { part: DocumentPart; block: ReadingBlock }

const BlockView = memo(function BlockView({ part, block, ...shown }: BlockViewProps) {
  const sentence = (span: Span) => <Sentence key={span.start} part={part} span={span} {...shown} />
  switch (block.kind) {
    case 'heading':
      return <h2 className="mt-6 text-body first:mt-0">{shownWordsAt(part, block.span).replace(/^#+\s*/, '')}</h2>
    case 'paragraph':
      return <p className={PROSE}>{block.units.map(sentence)}</p>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List className={clsx(PROSE, block.ordered ? 'list-decimal ps-6' : 'list-disc ps-5 marker:text-edge')}>
          {block.units.map((unit) => (
            <li key={unit.start}>{sentence(unit)}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return (
        <div className="overflow-x-auto">
          <table className={PROSE}>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row[0]?.start} className="border-t">
                  {row.map((cell) => (
                    <td key={cell.start} className="py-2 pe-4 align-top">
                      {sentence(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
})

const PROSE = 'document-text max-w-[36rem] text-[1.0625rem]! leading-[1.8]! text-ink-muted'

/** A click on it selects it: the pane reads `data-sentence`. */
function Sentence({ part, span, stated, selected, ...highlights }: Shown & { part: DocumentPart; span: Span }) {
  const isSelected = selected?.start === span.start && selected.end === span.end
  return (
    <span
      data-sentence={writeSpan(span)}
      className={clsx(
        'cursor-pointer',
        isSelected
          ? 'box-decoration-clone bg-recall-3 pt-[0.14em] pb-[0.05em] text-ink shadow-[0_0.125rem_0_var(--ink)]'
          : 'hover:underline hover:decoration-edge hover:underline-offset-4',
        stated.some((fact) => overlaps(fact, span)) && 'text-ink',
      )}
    >
      <Runs runs={highlightText(part, span, highlights)} />
    </span>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ start, text, highlight }) => {
    if (highlight === 'plain') return text
    const space = /\s*$/.exec(text)?.[0] ?? ''
    const shown = text.slice(0, text.length - space.length)
    const lit =
      highlight === 'evidence' ? (
        <span data-lit="" className="lit">
          {shown}
        </span>
      ) : (
        <b data-lit="" className="lit-strong relative">
          {shown}
        </b>
      )
    return (
      <span key={start}>
        {lit}
        {space}
      </span>
    )
  })
}
