import * as fc from 'fast-check';
import { type Concept, onOneLine, type Term, tidied } from '../../../src/core/work/glossary-concept.ts';
import { xmlSafe } from '../../../src/core/format/xml-write.ts';

/** What csv2tbx of translate-toolkit 3 writes, with real languages in place of its `xx`. */
export const CSV2TBX = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="en">
    <martifHeader>
        <fileDesc>
            <sourceDesc>
                <p>Translate Toolkit</p>
            </sourceDesc>
        </fileDesc>
    </martifHeader>
    <text>
        <body>
            <termEntry id="funding">
                <langSet xml:lang="en"><tig><term>funding</term></tig></langSet>
                <langSet xml:lang="de"><tig><term>Finanzierung</term></tig></langSet>
            </termEntry>
            <termEntry id="latency">
                <langSet xml:lang="en"><tig><term>latency</term></tig></langSet>
                <langSet xml:lang="de"><tig><term></term></tig></langSet>
            </termEntry>
        </body>
    </text>
</martif>
`;

export const TBX_BASIC_2008 = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
<termEntry id="t1">
  <descrip type="subjectField">finance</descrip>
  <langSet xml:lang="en">
    <descripGrp><descrip type="definition">money that
      investors give a company</descrip><admin type="source">us</admin></descripGrp>
    <ntig><termGrp><term>funding</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
  </langSet>
  <langSet xml:lang="de">
    <tig><term>Finanzierung</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
    <ntig><termGrp><term>Spenden</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
    </termGrp></ntig>
  </langSet>
</termEntry>
</body></text></martif>
`;

export const TBX_2019_TAGS = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1">
  <langSec xml:lang="en"><descripGrp><basic:definition>delay</basic:definition></descripGrp>
    <termSec><term>latency</term></termSec></langSec>
  <langSec xml:lang="de"><termSec><term>latent</term>
    <min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>
`;

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => onOneLine(xmlSafe(text)).normalize('NFC'));
const term: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ lang: fc.constantFrom('de', 'en', 'pt-BR', 'zh-Hant'), text: words }),
  fc.record({ lang: fc.constantFrom('de', 'en'), text: words, forbidden: fc.constant(true as const) }),
);

/** Concepts as readers give them: tidy, at least one word, those of one language together. */
export const concepts: fc.Arbitrary<readonly Concept[]> = fc.array(
  fc
    .record({
      sense: fc.oneof(fc.constant(''), words),
      terms: fc.array(term, { minLength: 1, maxLength: 6 }),
    })
    .map(({ sense, terms }) => ({ sense, terms: grouped(tidied(terms)) }))
    .filter(({ terms }) => terms.length > 0),
  { maxLength: 5 },
);

function grouped(terms: readonly Term[]): readonly Term[] {
  const langs = [...new Set(terms.map(({ lang }) => lang))];
  return langs.flatMap((lang) => terms.filter((each) => each.lang === lang));
}
