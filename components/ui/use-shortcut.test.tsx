import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { shortcutName, useShortcut } from './use-shortcut'

function Screen({ keys, onKey }: { keys: string | string[]; onKey: () => void }) {
  useShortcut(keys, onKey)
  return (
    <>
      <input aria-label="Text" />
      <input type="radio" aria-label="Option" />
      <button type="button">Button</button>
      <div role="dialog">
        <span>Inside</span>
      </div>
    </>
  )
}

function pressed(keys: string | string[], key: string, on: () => Element = () => document.body, more = {}) {
  const onKey = vi.fn()
  const { unmount } = render(<Screen keys={keys} onKey={onKey} />)
  fireEvent.keyDown(on(), { key, ...more })
  unmount()
  return onKey.mock.calls.length
}

afterEach(() => {
  delete document.documentElement.dataset.singleKeys
})

describe('a shortcut', () => {
  it('runs on its key, wherever the focus is on the page', () => {
    expect(pressed('?', '?')).toBe(1)
    expect(pressed(['1', '2'], '2')).toBe(1)
    expect(pressed('a', 'b')).toBe(0)
    expect(pressed('2', '2', () => screen.getByLabelText('Option'))).toBe(1)
  })

  it('does not act in text fields, in dialogs or on the browser’s own keys', () => {
    expect(pressed('a', 'a', () => screen.getByLabelText('Text'))).toBe(0)
    expect(pressed('a', 'a', () => screen.getByText('Inside'))).toBe(0)
    expect(pressed('r', 'r', undefined, { ctrlKey: true })).toBe(0)
  })

  it('does not act on Space and Enter on a control that they activate', () => {
    expect(pressed('space enter', ' ', () => screen.getByText('Button'))).toBe(0)
    expect(pressed('space enter', 'Enter', () => screen.getByText('Button'))).toBe(0)
    expect(pressed('space enter', ' ', () => screen.getByLabelText('Option'))).toBe(0)
    expect(pressed('space enter', ' ')).toBe(1)
  })

  it('with one character does nothing when single keys are off; named keys and Ctrl still work', () => {
    document.documentElement.dataset.singleKeys = 'off'
    for (const key of ['a', '1', '?', '/', '*']) expect(pressed(key, key)).toBe(0)
    expect(pressed('enter', 'Enter')).toBe(1)
    expect(pressed('space', ' ')).toBe(1)
    expect(pressed('arrowdown', 'ArrowDown')).toBe(1)
    expect(pressed('mod+z', 'z', undefined, { ctrlKey: true })).toBe(1)
  })

  it('with Ctrl does nothing without Ctrl', () => {
    expect(pressed('mod+z', 'z')).toBe(0)
    expect(pressed('z', 'z', undefined, { ctrlKey: true })).toBe(0)
  })

  it('recognises a letter by its position on a Cyrillic layout', () => {
    expect(shortcutName({ key: 'г', code: 'KeyU' })).toBe('u')
    expect(shortcutName({ key: 'z', code: 'KeyY' })).toBe('z')
  })
})
