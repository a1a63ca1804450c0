'use client'

import { type KeyboardEvent, useRef, useState } from 'react'

export type Cell = { readonly row: number; readonly column: number }

/** The cell that an arrow key, Home or End moves to; null for other keys. */
export function moveCell(key: string, ctrl: boolean, at: Cell, rows: number, columns: number): Cell | null {
  const held = (row: number, column: number): Cell => ({
    row: Math.min(rows - 1, Math.max(0, row)),
    column: Math.min(columns - 1, Math.max(0, column)),
  })
  const far = Math.max(rows, columns)
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    arrowup: [ctrl ? -far : -1, 0],
    arrowdown: [ctrl ? far : 1, 0],
    arrowleft: [0, ctrl ? -far : -1],
    arrowright: [0, ctrl ? far : 1],
    home: [ctrl ? -far : 0, -far],
    end: [ctrl ? far : 0, far],
  }
  const step = steps[key.toLowerCase()]
  return step ? held(at.row + step[0], at.column + step[1]) : null
}

/**
 * Roving focus in a grid: one cell is in the tab order, and the arrow keys move it. Cells have `data-cell="row,column"`, so
 * that thousands of cells need no handlers of their own.
 */
export function useRovingCell(rows: number, columns: number, choose: (cell: Cell) => void) {
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 })
  const grid = useRef<HTMLTableElement>(null)

  function onKeyDown(event: KeyboardEvent) {
    const from = event.altKey || event.metaKey ? null : cellOf(event.target)
    if (!from) return
    const to = moveCell(event.key, event.ctrlKey, from, rows, columns)
    if (to) {
      event.preventDefault()
      setAt(to)
      grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row},${to.column}"]`)?.focus()
    } else if (isChoosing(event)) {
      event.preventDefault()
      choose(from)
    }
  }

  function onClick(event: { target: EventTarget }) {
    const cell = cellOf(event.target)
    if (!cell || isLink(event.target)) return
    setAt(cell)
    choose(cell)
  }

  return { grid, at, onKeyDown, onClick }
}

function cellOf(target: EventTarget): Cell | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (element?.dataset.cell ?? '').split(',').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

function isChoosing(event: KeyboardEvent): boolean {
  return (event.key === 'Enter' || event.key === ' ') && !isLink(event.target)
}

function isLink(target: EventTarget): boolean {
  return target instanceof HTMLAnchorElement
}
