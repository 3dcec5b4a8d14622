/** The contest that made-up rules are tried in: three teams, five judges, one round with one criterion. It chooses nothing by itself. */

const numbers = [1, 2, 3, 4, 5]

/** `round` and `stage` are put over what is there. */
export function contestWith({ round = {}, stage = {} }: { round?: object; stage?: object }): object {
  return {
    format: 1,
    id: 'hoi-thi',
    title: 'Hội thi thử',
    teams: ['a', 'b', 'c'].map((id) => ({ id, name: `Đội ${id.toUpperCase()}` })),
    judges: numbers.map((number) => ({ id: `gk${number}`, name: `Giám khảo ${number}`, head: number === 1 })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'don-ca',
            title: 'Đơn ca',
            maximum: '10',
            criteria: [{ id: 'giong-hat', title: 'Giọng hát', scale: { min: '0', max: '10', step: '0.25' } }],
            time: { limitSeconds: 300 },
            ...round,
          },
        ],
        ...stage,
      },
    ],
  }
}
