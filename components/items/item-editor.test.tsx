import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { beforeEach, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import items from '@/messages/en/items.json'
import { ItemEditor } from './item-editor'
import { DEFAULT_VIEW } from './items-query'
import type { ReviewActions, ReviewItem } from './review-types'

const ITEM: ReviewItem = {
  ...{
    id: 'i',
    number: 1,
    revisionId: 'r',
    type: 'flashcard',
    tier: 'B',
    status: 'waiting',
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
const ACTIONS: ReviewActions = {
  ...{ choose: unused, chooseByForm: unused, save: unused, chooseMany: unused },
  ...{ annotate: unused, bulkByForm: unused, annotateByForm: unused },
}
const nothing = () => {}

function open() {
  const { unmount } = render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, items } as never}>
      <ItemEditor
        {...{ item: ITEM, owner: 'ada', deckId: 'd', view: DEFAULT_VIEW }}
        {...{
          mayEdit: true,
          mayAnnotate: true,
          annotations: undefined,
          selected: new Set(),
          current: null,
          editing: 'i',
          done: null,
        }}
        document={{ title: '', text: 'The lake is deep.', blocks: [], offset: 0, stated: [] }}
        actions={ACTIONS}
        {...{ onCurrent: nothing, onEdit: nothing, onSelect: nothing, onAnnotate: nothing, onSaved: nothing }}
        onClose={() => unmount()}
        onDecide={nothing}
      />
    </NextIntlClientProvider>,
  )
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Front' })
}

beforeEach(() => sessionStorage.clear())

it('drops what was written when the item is rejected from its editor', () => {
  fireEvent.change(open(), { target: { value: 'Which lake is the deepest?' } })
  fireEvent.click(screen.getByRole('button', { name: /^Reject/ }))
  expect(open().value).toBe(ITEM.stem)
})
