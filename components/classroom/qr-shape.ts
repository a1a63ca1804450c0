import 'server-only'
import { create } from 'qrcode'

export type QrShape = { readonly size: number; readonly path: string }

/** The dark squares of a QR code as one path on a grid of `size` units. */
export function qrShape(text: string): QrShape {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const rows = Array.from({ length: size }, (_, y) => y)
  const squares = rows.flatMap((y) => rows.filter((x) => modules.get(y, x)).map((x) => `M${x} ${y}h1v1h-1z`))
  return { size, path: squares.join('') }
}
