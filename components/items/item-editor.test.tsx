import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import items from '@/messages/en/items.json'
import refusals from '@/messages/en/refusals.json'
import { readEdit } from '../question-types/shared/read-edit'
import { ItemCard } from './item-card'
import { ItemEditor, ItemWriter } from './item-editor'
import { DEFAULT_VIEW } from './items-query'
import type { ItemsActions, ListedItem, SaveState } from './items-types'
import type { Saved } from './use-editor-form'

const ITEM: ListedItem = {
  ...{
    id: 'i',
    number: 1,
    revisionId: 'r',
    type: 'flashcard',
    finder: 'rules',
    replaces: false,
    doubts: [],
    status: 'unreviewed',
    edited: false,
    held: false,
  },
  ...{ factIds: [], stem: 'Which lake is deep?', options: [], choice: null },
  answer: {
    type: 'flashcard',
    content: { answers: [{ text: 'Issyk-Kul', accepted: [] }] },
    evidence: [],
  },
}
const unused = () => Promise.reject(new Error('Not called here.'))
const ACTIONS: ItemsActions = {
  ...{ choose: unused, chooseMany: unused, acceptAll: unused, changeDepth: unused, save: unused, write: unused },
  ...{ split: unused, merge: unused, reorder: unused, takeBack: unused, offerWrong: unused, annotate: unused },
  ...{ chooseByForm: unused, acceptAllByForm: unused, changeDepthByForm: unused, annotateByForm: unused },
}
const nothing = () => {}
const VIEW = { ...DEFAULT_VIEW, show: 'all' as const }

const inWords = (children: ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, items, refusals } as never}>
      {children}
    </NextIntlClientProvider>,
  )

function open(item = ITEM, { save = ACTIONS.save, onSaved = nothing as (saved: Saved) => void, isByHand = true } = {}) {
  inEditor(item, { save }, { onSaved, isByHand })
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Front' })
}

function inEditor(
  item: ListedItem,
  actions: Partial<ItemsActions> = {},
  { onSaved = nothing as (saved: Saved) => void, isByHand = true } = {},
) {
  const { unmount } = inWords(
    <ItemEditor
      {...{ item, owner: 'ada', deckId: 'd', view: VIEW, selected: null }}
      document={{ title: '', language: 'eng', headings: [], isByHand, parts: [], stated: [] }}
      {...{ actions: { ...ACTIONS, ...actions }, onSaved }}
      onClose={() => unmount()}
    />,
  )
}

beforeEach(() => sessionStorage.clear())

it('discards the draft when the edit is cancelled', () => {
  fireEvent.change(open(), { target: { value: 'Which lake is the deepest?' } })
  fireEvent.click(screen.getByRole('link', { name: 'Cancel' }))
  expect(open().value).toBe(ITEM.stem)
})

it('shows the other spellings of an answer, and reads them without those that were removed', () => {
  const answer = { text: 'Issyk-Kul', accepted: ['Ysyk-Köl', 'the warm lake'] }
  open({ ...ITEM, answer: { type: 'flashcard', content: { answers: [answer] }, evidence: [] } })
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Other spellings of “Issyk-Kul”/ })
  expect(field.value).toBe('Ysyk-Köl\nthe warm lake')
  fireEvent.change(field, { target: { value: 'Ysyk-Köl' } })
  if (!field.form) throw new Error('The field has no form.')
  expect(readEdit(new FormData(field.form)).accepted).toEqual({ 0: ['Ysyk-Köl'] })
})

it('passes on what only the server finds, and leaves out what was told while typing', async () => {
  const told = { check: 'R1' as const, code: 'no-evidence' as const, values: {} }
  const found = { check: 'R12' as const, code: 'option-listed-with-key' as const, values: { option: 'Son-Kul' } }
  const state: SaveState = {
    kind: 'saved',
    itemId: 'i',
    stem: 'x',
    previous: [],
    added: ['i'],
    findings: [told, found],
  }
  const saved: Saved[] = []
  open(ITEM, { save: async () => state, onSaved: (answer) => saved.push(answer), isByHand: false })
  expect(screen.getByText(items.checks['no-evidence'])).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Save anyway' }))
  await waitFor(() => expect(saved.map(({ findings }) => findings)).toEqual([[found]]))
})

it('shows beside a saved item what the server found in it', () => {
  inWords(
    <ItemCard
      {...{
        item: ITEM,
        hasDraft: false,
        deckId: 'd',
        view: VIEW,
        mayEdit: true,
        actions: ACTIONS,
        done: null,
        menu: null,
        editor: null,
      }}
      {...{ isWriting: false, onDecide: nothing, onEdit: nothing }}
      findings={[{ check: 'R12', code: 'too-short', values: {} }]}
    />,
  )
  expect(screen.getByText(items.checks['too-short'])).toBeDefined()
})

it('says why a draft was refused that no check in the browser objects to, and sends which it was', () => {
  const draft = { type: 'flashcard' as const, stem: 'Which lake is deep?', key: ['Issyk-Kul'], wrong: [] }
  const refused = { kind: 'draft' as const, refusalId: 'r1', draft, code: 'guessable' as const, values: {} }
  inWords(
    <ItemWriter
      {...{ owner: 'ada', deckId: 'd', view: VIEW, selected: null, actions: ACTIONS, onSaved: nothing }}
      document={{ title: '', language: 'eng', headings: [], isByHand: true, parts: [], stated: [] }}
      sentence={{ start: 0, end: 9 }}
      begun={refused}
      onClose={nothing}
    />,
  )
  expect(screen.getByText('This was refused before: It can be answered without the text.')).toBeDefined()
  const { form } = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Front' })
  expect(form && new FormData(form).get('refusalId')).toBe('r1')
})

it('objects to nothing in an item that no check objects to', () => {
  open()
  expect(screen.getByRole('status').textContent).toBe('Nothing to object to.')
})

const CLOZE: ListedItem = {
  ...ITEM,
  ...{ type: 'cloze', stem: 'The deepest lake is _____ (I…).' },
  answer: { type: 'cloze', content: { answer: { text: 'Issyk-Kul', accepted: [] } }, evidence: [] },
}
const choose = (type: string) => fireEvent.change(screen.getByLabelText('Type'), { target: { value: type } })
const stem = () => screen.getByLabelText<HTMLTextAreaElement>('Question').value

it('takes the hint for the typed answer out of a choice, and gives it back with the old type', () => {
  inEditor(CLOZE)
  choose('choice')
  expect(stem()).toBe('The deepest lake is _____.')
  choose('cloze')
  expect(stem()).toBe(CLOZE.stem)
})

it('stops saying that a choice needs a wrong option once an offered one is added', async () => {
  inEditor(CLOZE, { offerWrong: async () => ['Son-Kul', 'Chatyr-Kul'] })
  choose('choice')
  expect(screen.getByText(items.edit['no-wrong-options'])).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Offer wrong options' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Son-Kul' }))
  expect(screen.queryByText(items.edit['no-wrong-options'])).toBeNull()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Wrong options, one a line').value).toBe('Son-Kul')
})

it('says that there are no options of the kind of the answer to offer', async () => {
  inEditor(CLOZE, { offerWrong: async () => [] })
  choose('choice')
  fireEvent.click(screen.getByRole('button', { name: 'Offer wrong options' }))
  expect(await screen.findByText(items.edit.noneOffered)).toBeDefined()
})

it('leads to the field that lacks something, which says what, once', async () => {
  inEditor(CLOZE, {
    save: async () => ({
      ...{ kind: 'refused', reason: 'no-wrong-options', findings: [], type: 'choice' },
      edit: { stem: CLOZE.stem, key: ['Issyk-Kul'], wrong: [] },
    }),
  })
  choose('choice')
  fireEvent.click(screen.getByRole('button', { name: 'Save and accept' }))
  const field = await screen.findByLabelText('Wrong options, one a line')
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const told = screen.getByText(items.edit['no-wrong-options'])
  expect(field.getAttribute('aria-describedby')).toBe(told.id)
  fireEvent.change(field, { target: { value: 'Son-Kul' } })
  expect(field.getAttribute('aria-invalid')).toBeNull()
})

it('leads to the answer where wrong options are asked for before it', () => {
  inEditor({ ...CLOZE, answer: null })
  choose('choice')
  fireEvent.click(screen.getByRole('button', { name: 'Offer wrong options' }))
  const field = screen.getByLabelText(/^Answer/)
  expect(document.activeElement).toBe(field)
  expect(field.getAttribute('aria-describedby')).toBe(screen.getByText(items.edit.offerAfterKey).id)
})

it('takes as proof any sentence of the document that has given words', async () => {
  const text = 'Issyk-Kul is deep. It is warm.'
  const far = { start: 9_000, end: 9_017, quote: 'Ships sail on it.' }
  const near = { start: 0, end: 18, quote: 'Issyk-Kul is deep.' }
  const edit = { stem: ITEM.stem, key: ['Issyk-Kul'], wrong: [] }
  const sent: FormData[] = []
  const save = async (_: SaveState, form: FormData): Promise<SaveState> => {
    sent.push(form)
    return { kind: 'found', sentences: [near, far], type: 'flashcard', edit }
  }
  const units = [near, { start: 19, end: 30 }]
  inWords(
    <ItemEditor
      {...{ owner: 'ada', deckId: 'd', view: VIEW, selected: null, actions: { ...ACTIONS, save } }}
      item={{
        ...ITEM,
        answer: {
          type: 'flashcard',
          content: { answers: [{ text: 'Issyk-Kul', accepted: [] }] },
          evidence: [near],
        },
      }}
      document={{
        ...{ title: '', language: 'eng', headings: [], isByHand: false, stated: [] },
        parts: [{ start: 0, text, blocks: [{ kind: 'paragraph', units }] }],
      }}
      {...{ onClose: nothing, onSaved: nothing }}
    />,
  )
  fireEvent.change(screen.getByLabelText(items.edit.proofWords), { target: { value: 'ships' } })
  fireEvent.click(screen.getByText(items.edit.findProof))
  fireEvent.click(await screen.findByLabelText(far.quote))
  expect(sent.map((form) => [form.get('findProof'), form.get('proofWords')])).toEqual([['1', 'ships']])
  expect(screen.getByText('1 other sentence:')).toBeDefined()
  const { form } = screen.getByLabelText<HTMLTextAreaElement>('Front')
  expect(form && new FormData(form).get('evidence')).toBe('9000-9017')
})

it('says how long an item may be that is too long to be saved', async () => {
  const edit = { stem: 'x', key: ['x'], wrong: [] }
  open(ITEM, { save: async () => ({ kind: 'refused', reason: 'too-long', findings: [], type: 'flashcard', edit }) })
  fireEvent.click(screen.getByRole('button', { name: 'Save and accept' }))
  expect(await screen.findByText(/The front and the back may have 10,000 letters each/)).toBeDefined()
})
