import 'server-only'

/**
 * Places in one order for what the engine made, in its own order, and for others that stay: each other before the first
 * that starts later in the text. Both are told by their start.
 */
export function placeAmong(made: readonly number[], others: readonly number[]) {
  const waiting = others.map((start, at) => ({ start, at })).sort((one, other) => one.start - other.start)
  const places = { made: [] as number[], others: others.map(() => 0) }
  let place = 0
  let next = 0
  const placeUntil = (start: number) => {
    for (let other = waiting[next]; other && other.start < start; other = waiting[++next])
      places.others[other.at] = place++
  }
  for (const start of made) {
    placeUntil(start)
    places.made.push(place++)
  }
  placeUntil(Number.POSITIVE_INFINITY)
  return places
}
