'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import type { Span } from '@/lib/core/document/document'
import type { Composition } from '@/lib/core/item/compose'
import { useLatest } from '../ui/use-latest'
import { sentencesOf } from './document-sentences'
import { overlaps } from './highlight-text'
import type { AnotherOutcome, ItemsScreenProps, ListedDocument, ListedItem, RefusedDraft } from './items-types'
import { useAskAnother } from './use-ask-another'
import type { useCurrentItem } from './use-current-item'
import type { useDecisions } from './use-decisions'
import type { OpenEditor, Saved } from './use-editor-form'

/** What is written on a sentence: nothing yet, or a draft that was refused. */
type Writing = { readonly sentence: Span; readonly begun: RefusedDraft | null }

/** One item made of two neighbours, as its author begins with it; nothing is saved yet. */
export type Merging = { readonly items: readonly [ListedItem, ListedItem]; readonly draft: Composition }

type Options = Pick<ItemsScreenProps, 'deckId' | 'document' | 'editing' | 'writing'> & {
  decisions: ReturnType<typeof useDecisions>
  current: ReturnType<typeof useCurrentItem>
  /** The sentence that proves the item in focus. */
  proof: Span | undefined
}

const TOLD = { none: 'nothingElse', rejected: 'gone', unreached: 'network' } as const

type NoItem = Exclude<AnotherOutcome, { kind: 'item' | 'draft' }> | null

/** Says why there is no other item; null: the server was not reached. */
function useNoItemText() {
  const t = useTranslations('items.told')
  const reading = useTranslations('reading')
  return (outcome: NoItem): string => {
    if (outcome?.kind !== 'model-failed') return t(TOLD[outcome?.kind ?? 'unreached'])
    if (outcome.reason === 'limit') return t('modelLimit')
    if (outcome.reason === 'other-model') return t('modelOther')
    return t('modelFailed', { why: reading('why', { reason: outcome.reason.replaceAll('-', '_') }) })
  }
}

function useSelectedSentence(document: ListedDocument, proof: Span | undefined, first: Span | null) {
  const [selected, setSelected] = useState<Span | null>(first)
  const sentences = useMemo(() => sentencesOf(document), [document])
  const proving = (proof && sentences.find((span) => overlaps(span, proof))) ?? null
  // A deck of cards has no sentences.
  const here = selected ?? proving ?? sentences[0] ?? null
  const moveSentence = (by: number) => {
    const start = (selected ?? proof)?.start ?? 0
    const at = sentences.findIndex((span) => span.end > start)
    const next = sentences[Math.max(0, at + (selected ? by : 0))]
    if (next) setSelected(next)
  }
  return { selected, setSelected, proving, here, moveSentence }
}

/** The form that is open: of a new item, or in the place of the item in focus. Another one, or another item in focus, closes it. */
function useOpenForm(current: Options['current'], begun: Pick<Options, 'editing' | 'writing'>) {
  const [editing, setEditing] = useState(begun.editing)
  const [writing, setWriting] = useState<Writing | null>(begun.writing && { sentence: begun.writing, begun: null })
  const [merging, setMerging] = useState<Merging | null>(null)
  // In the place of the item in focus.
  const editor = useRef<OpenEditor>(null)
  const reset = () => {
    setEditing(null)
    setWriting(null)
    setMerging(null)
  }
  const stop = () => {
    editor.current?.leave()
    reset()
  }
  const open = (id: string) => {
    editor.current?.leave()
    current.set(id)
  }
  const edit = (id: string) => {
    if (editing === id && current.id === id) return
    stop()
    current.set(id)
    setEditing(id)
  }
  const merge = (items: Merging) => {
    stop()
    setMerging(items)
  }
  const write = (sentence: Span, draft: RefusedDraft | null) => {
    stop()
    setWriting({ sentence, begun: draft })
  }
  const close = () => {
    reset()
    if (current.id) current.set(current.id)
  }
  return { ...{ editing, writing, merging, editor }, ...{ open, edit, merge, write, close, reset } }
}

/** The selected sentence and the one that proves the item in focus, and what is being written: a new item on it, or an item that is edited. */
export function useWriting({ deckId, document, decisions, current, proof, ...begun }: Options) {
  const t = useTranslations('items.told')
  const noItemText = useNoItemText()
  const { selected, setSelected, proving, here, moveSentence } = useSelectedSentence(document, proof, begun.writing)
  const { reset, ...form } = useOpenForm(current, begun)
  const { editing, writing, merging } = form
  // What only the server found in the item that was saved last.
  const [found, setFound] = useState<Pick<Saved, 'itemId' | 'findings'> | null>(null)
  const write = (sentence: Span, draft: RefusedDraft | null = null) => {
    setSelected(sentence)
    form.write(sentence, draft)
  }
  const writeHere = () => {
    if (here) write(here)
  }
  const saved = (state: Saved, keepDraft: () => void) => {
    const before = state.previous[0]?.itemId ?? current.id
    const onUndone = () => {
      setFound(null)
      keepDraft()
      if (before) form.open(before)
    }
    void decisions.saved(state, onUndone, merging ? t('merged') : null)
    setFound(state)
    reset()
    current.set(state.itemId)
  }
  // The author may have begun to write by the time the answer comes.
  const isBusy = useLatest(editing !== null || writing !== null || merging !== null)
  const another = useAskAnother(deckId, (outcome, sentence) => {
    if (outcome?.kind === 'draft' && isBusy.current) return void decisions.report(t('draftWaits'))
    if (outcome?.kind === 'draft') return write(sentence, outcome)
    if (outcome?.kind !== 'item') return void decisions.report(noItemText(outcome))
    const before = current.latest.current
    if (!isBusy.current) current.set(outcome.itemId)
    const { added, previous } = outcome
    void decisions.reload(previous, t('asked'), { added, onUndone: () => before && form.open(before) })
  })
  const askAnother = proving && another.asking === null ? () => void another.ask(proving) : null
  const isAskingAnother = proving !== null && another.asking !== null && overlaps(proving, another.asking)
  return {
    ...{ askAnother, isAskingAnother },
    ...{ ...form, selected, found, proving, here, setSelected },
    ...{ write, writeHere, saved, another, moveSentence },
  }
}
