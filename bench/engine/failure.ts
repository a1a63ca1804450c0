import type { WrittenItem } from '../../lib/core/item/item'
import type { Measured } from './documents'

/** An item that fails what a machine can tell of the rubric. */
export type Failure = { readonly check: string; readonly itemId: string; readonly note: string }

/** What one check finds, of an item that is known. */
export type Found = readonly Omit<Failure, 'itemId'>[]

export type Judge = (item: WrittenItem, document: Measured) => Found
