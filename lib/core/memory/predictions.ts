/** What was expected of one response, 0 to 1, and what came of it. */
export type Prediction = { readonly expected: number; readonly recalled: boolean }

/** Surer than this nobody is; it keeps one surprise from outweighing a hundred reviews. */
const SUREST = 0.9999

/** Surprise at one response, in nats: 0 when it was sure to come. */
export function surprise({ expected, recalled }: Prediction): number {
  const chance = Math.min(SUREST, Math.max(1 - SUREST, expected))
  return -Math.log(recalled ? chance : 1 - chance)
}

/** Mean surprise, the measure that FSRS is fitted and compared by; less is better. */
export function logLoss(predictions: readonly Prediction[]): number {
  return mean(predictions.map(surprise))
}

/**
 * How far what was expected lies from what came, in 20 bins of expected recall, each by its number of responses: the mean
 * distance (expected calibration error) and the root of the mean square (RMSE in bins).
 */
export function calibration(predictions: readonly Prediction[]): { readonly error: number; readonly rmse: number } {
  const bins = Array.from({ length: BINS }, (): Prediction[] => [])
  for (const one of predictions) bins[Math.min(BINS - 1, Math.floor(one.expected * BINS))]?.push(one)
  const gaps = bins.flatMap((bin) => {
    const gap = mean(bin.map(({ expected }) => expected)) - mean(bin.map(({ recalled }) => Number(recalled)))
    return bin.map(() => Math.abs(gap))
  })
  return { error: mean(gaps), rmse: Math.sqrt(mean(gaps.map((gap) => gap * gap))) }
}

const BINS = 20

export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
