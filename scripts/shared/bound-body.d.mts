import type { IncomingMessage, ServerResponse } from 'node:http'

export const MOST_DOCUMENT_BYTES: number
export class BoundedMessage extends IncomingMessage {}
export function boundBody(request: IncomingMessage, response: ServerResponse): boolean
