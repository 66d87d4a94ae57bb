/**
 * What ends in a full stop without ending a sentence. Data after the exception lists of the CLDR (segmentation
 * suppressions), cut to what running prose uses; add a language by adding its table. Words stand without their
 * last full stop; a capital at the beginning of a sentence is allowed for.
 */
export interface SentenceRules {
  /** Never the last word of a sentence: a title before a name, "for example". */
  readonly inner: ReadonlySet<string>;
  /** Abbreviates only before a number ("No. 5"), and is a plain word otherwise ("No."). */
  readonly numbered: ReadonlySet<string>;
  /** May end a sentence ("etc.", "Inc."): joined only if what follows does not begin like a sentence. */
  readonly final: ReadonlySet<string>;
  /** Ordinal numbers are written with a full stop ("am 7. August"). */
  readonly ordinals: boolean;
  /** Words (lower case) after a number that make it an ordinal although they have a capital. */
  readonly afterOrdinal: ReadonlySet<string>;
  /** A full stop inside 「」 belongs to what is quoted, and と after it goes on with the sentence. */
  readonly cornerQuotes: boolean;
}

interface Table {
  inner: string;
  numbered: string;
  final: string;
  ordinals?: boolean;
  afterOrdinal?: string;
  cornerQuotes?: boolean;
}

const TABLES: Readonly<Record<string, Table>> = {
  de: {
    inner:
      'Dr Prof Hr Fr Frl Dipl Ing Mag Hrsg St bzw bspw ca evtl ggf inkl exkl vgl sog insb insbes allg urspr zzgl abzgl z d i u o a v n m h B Tel Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez',
    numbered: 'Nr Art Abs Bd Kap Abb Tab Anm Aufl Ausg S s Z max min',
    final: 'usw etc Mio Mrd Inc Corp Co Ltd Chr Jh Jhd ff f Str Std Min Sek Verf Red',
    ordinals: true,
    afterOrdinal:
      'januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts jahrtausend jahrtausends',
  },
  en: {
    inner: 'Mr Mrs Ms Dr Prof Rev Hon Gen Col Capt Lt Sgt Sen Rep Gov St Mt Messrs vs cf e.g i.e viz eds',
    numbered:
      'No no Nos Vol vol Fig fig Figs figs Eq Sec sec Ch ch pp p ca approx Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
    final: 'etc Inc Corp Co Ltd Jr Sr Bros U.S U.K E.U U.N D.C a.m p.m Ph.D al',
  },
  fr: {
    inner: 'M MM Mme Mlle Dr Pr Mgr St Ste cf p.ex env apr av',
    numbered: 'art chap fig vol no p pp ex janv févr juil sept oct nov déc',
    final: 'etc Inc Cie J.-C',
  },
  es: {
    inner: 'sr sra srta sres dr dra D Dª prof profa lic ing gral p.ej ej aprox',
    numbered: 'p pp pág págs cap fig núm vol art',
    final: 'etc Inc Cía S.A EE.UU Ud Uds Vd',
  },
  it: {
    inner: 'sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa ing avv arch geom p.es es cfr',
    numbered: 'art cap fig pag pagg p pp vol n ca',
    final: 'ecc etc Inc S.p.A d.C a.C',
  },
  pt: {
    inner: 'sr sra srs dr dra prof profa eng exmo exma p.ex aprox',
    numbered: 'p pp pág págs cap fig n vol art',
    final: 'etc Inc Ltda S.A EUA d.C a.C',
  },
  ru: {
    inner: 'им ул см ср напр акад проф доц гр т.е т.н т.к т',
    numbered: 'стр рис табл тыс д',
    final: 'г гг др пр т.д т.п млн млрд руб н.э в вв',
  },
  el: {
    inner: 'κ κα κ.κ δρ Δρ π.χ δηλ βλ Αγ',
    numbered: 'σελ αρ αριθ τηλ',
    final: 'κ.λπ κλπ κ.ά κ.ο.κ μ.Χ π.Χ Inc',
  },
  fi: {
    inner: 'esim tri prof nk ns ks mm toht',
    numbered: 's n',
    final: 'jne yms ym ym.s Oy Inc mrd milj klo',
    ordinals: true,
  },
  id: {
    inner: 'Bpk Sdr Dr Prof Drs Ir Hj Jl a.n u.p yg dgn',
    numbered: 'No no hlm tgl H',
    final: 'dll dsb dst Inc Tbk S.H',
  },
  ja: { inner: 'Mr Mrs Ms Dr Prof', numbered: 'No', final: 'Inc Co Ltd Corp', cornerQuotes: true },
  ko: { inner: 'Mr Mrs Ms Dr Prof', numbered: 'No', final: 'Inc Co Ltd Corp' },
  zh: { inner: 'Mr Mrs Ms Dr Prof', numbered: 'No', final: 'Inc Co Ltd Corp', cornerQuotes: true },
  la: { inner: 'M C L P Q T Cn Sex Ti Dr cf e.g i.e sc S', numbered: 'lib cap', final: 'etc Inc' },
  sa: { inner: '', numbered: '', final: '' },
  hu: {
    inner: 'dr Dr id ifj özv Szt ún pl ld vö kb ill hiv főv ker',
    numbered: 'sz old',
    final: 'stb Kft Rt Zrt Bt Nyrt Inc',
    ordinals: true,
    afterOrdinal:
      'január február március április május június július augusztus szeptember október november december',
  },
  nl: {
    inner:
      'dhr mevr mw mr drs ir ing dr prof ds jhr mgr bijv bv o.a d.w.z m.a.w m.b.t i.v.m t.o.v z.g.n resp St',
    numbered: 'nr blz p art jan feb mrt apr jun jul aug sept okt nov dec',
    final: 'enz etc e.d e.a N.V B.V',
  },
  sv: {
    inner: 'dr prof t.ex bl.a dvs s.k d.v.s f.d kl ca resp jfr jämför S:t',
    numbered: 'nr sid s kap',
    final: 'osv etc m.m m.fl o.s.v o.d f.Kr e.Kr',
  },
  da: {
    inner: 'dr prof f.eks bl.a dvs hr fr ca kl jf s.k Skt',
    numbered: 'nr s kap',
    final: 'osv etc m.m m.fl m.v o.l f.Kr e.Kr',
    ordinals: true,
  },
  nb: {
    inner: 'dr prof f.eks bl.a dvs hr fr ca kl jf s.k St',
    numbered: 'nr s kap',
    final: 'osv etc m.m m.fl m.v o.l f.Kr e.Kr',
    ordinals: true,
  },
  pl: {
    inner: 'dr prof mgr inż ks św tzw np m.in tj ok ul al im gen płk por pt',
    numbered: 'nr str rys tab art ust s',
    final: 'itd itp etc r w tys mln mld zł sp',
    ordinals: true,
  },
  cs: {
    inner: 'dr prof Ing Mgr Bc MUDr JUDr PhDr RNDr sv tzv např tj resp popř cca ul nám',
    numbered: 'č str obr tab odst s',
    final: 'atd apod aj př.n.l n.l tis mil s.r.o a.s',
    ordinals: true,
  },
  uk: {
    inner: 'ім вул див пор напр акад проф доц т.зв т.е т',
    numbered: 'стор рис табл тис',
    final: 'р рр ін т.д т.п млн млрд грн н.е ст',
  },
  tr: {
    inner: 'Dr Prof Doç Av Sn Hz vd bkz örn yy',
    numbered: 'No s c',
    final: 'vb vs A.Ş Ltd Şti M.Ö M.S',
    ordinals: true,
  },
  ca: {
    inner: 'Sr Sra Srs Dr Dra prof p.ex St Sta aprox cf',
    numbered: 'pàg pàgs núm art cap fig vol',
    final: 'etc S.A EUA a.C d.C',
  },
  ro: {
    inner: 'dl dna d-na dlui dr prof ing sf str bd cca ex',
    numbered: 'nr pag art fig cap vol',
    final: 'etc ș.a S.A S.R.L î.Hr d.Hr',
  },
};

const DEFAULT: Table = { inner: 'Mr Mrs Ms Dr Prof St', numbered: 'No', final: 'etc Inc Co Ltd Corp' };

const words = (list = ''): ReadonlySet<string> => new Set(list.split(' ').filter((word) => word !== ''));

const read = new Map<Table, SentenceRules>();

/** The rules of a BCP 47 tag's language; careful common ones for a language without a table. */
export function sentenceRules(lang: string): SentenceRules {
  const table = TABLES[lang.toLowerCase().split('-', 1)[0]!] ?? DEFAULT;
  let rules = read.get(table);
  if (rules === undefined) {
    rules = {
      inner: words(table.inner),
      numbered: words(table.numbered),
      final: words(table.final),
      ordinals: table.ordinals ?? false,
      afterOrdinal: words(table.afterOrdinal),
      cornerQuotes: table.cornerQuotes ?? false,
    };
    read.set(table, rules);
  }
  return rules;
}
