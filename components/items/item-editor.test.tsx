import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { beforeEach, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import items from '@/messages/en/items.json'
import refusals from '@/messages/en/refusals.json'
import { readEdit } from '../question-types/shared/edit-fields'
import { ItemEditor } from './item-editor'
import { DEFAULT_VIEW } from './items-query'
import type { ItemsActions, ListedItem } from './items-types'

const ITEM: ListedItem = {
  ...{
    id: 'i',
    number: 1,
    revisionId: 'r',
    type: 'flashcard',
    finder: 'rules',
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
  ...{ replace: unused, reorder: unused, remove: unused, offerWrong: unused, annotate: unused },
  ...{ chooseByForm: unused, acceptAllByForm: unused, changeDepthByForm: unused, annotateByForm: unused },
}
const nothing = () => {}

function open(item = ITEM) {
  const { unmount } = render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, items, refusals } as never}>
      <ItemEditor
        {...{ item, owner: 'ada', deckId: 'd', view: { ...DEFAULT_VIEW, show: 'all' as const }, selected: null }}
        document={{ title: '', language: 'eng', headings: [], isByHand: true, parts: [], stated: [] }}
        {...{ actions: ACTIONS, onSaved: nothing }}
        onClose={() => unmount()}
      />
    </NextIntlClientProvider>,
  )
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Front' })
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
