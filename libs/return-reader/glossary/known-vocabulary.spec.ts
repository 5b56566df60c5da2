import { explainCaption, knownVocabulary } from './known-vocabulary';

describe('the words of the reader, as they are shown', () => {
  it('have a name for every meaning', () => {
    const known = Object.values(knownVocabulary()).flat();
    expect(known.filter(({ label, phrases }) => label === '' || phrases.length === 0)).toEqual([]);
    const { identity, amounts, qualifiers, clearance } = knownVocabulary();
    const captions = [...identity, ...amounts, ...qualifiers, ...clearance];
    expect(captions.filter(({ key, label }) => key === label)).toEqual([]);
  });

  it('take a caption apart as the reader does', () => {
    const said = explainCaption('Lũy kế giải ngân vốn kéo dài năm 2023 (triệu đồng)');
    expect(said).toMatchObject({ unit: 'million-dong', source: null, years: [2023] });
    expect(said.tags.map(({ key }) => key)).toEqual(['cumulative', 'disbursed', 'carried-over']);
    expect(explainCaption('Chỉ dẫn')).toMatchObject({ tags: [], known: 0 });
  });
});
