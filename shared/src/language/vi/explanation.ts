/** The words around a derivation, in Vietnamese. */
export const explanationWords = {
  place: 'Tổng điểm và thứ hạng',
  notMarking: (judge: string, reason: string) => `${judge}: không chấm (${reason})`,
}
