'use client'

import { createContext, useContext } from 'react'

/** What an item that could not be saved lacks, and the field that it concerns. */
export type FieldFault = { readonly field: 'stem' | 'key' | 'wrong'; readonly text: string }

export const FieldFaultContext = createContext<FieldFault | null>(null)

/** The error of a field of an editor, if it has one. */
export function useFieldFault(name: FieldFault['field']): string | null {
  const fault = useContext(FieldFaultContext)
  return fault?.field === name ? fault.text : null
}
