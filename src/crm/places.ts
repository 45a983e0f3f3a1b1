import { foldText } from '../locale/fold.js';

/** The states and provinces of one country, `CODE Name` each; the code may be missing. */
interface Region {
  readonly codes: string;
  /** Names by commas, in the languages that they are written in. */
  readonly names: string;
}

/** Countries whose exports carry a `State`, `Estado`, `Bundesland`, `Province`, `استان` beside the stage of a deal. */
const REGIONS: readonly Region[] = [
  {
    codes:
      'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
      'PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI',
    names:
      'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,' +
      'Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,' +
      'Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,' +
      'Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,' +
      'West Virginia,Wisconsin,Wyoming,District of Columbia,Washington DC,Puerto Rico,Guam',
  },
  {
    codes: 'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO',
    names:
      'Acre,Alagoas,Amapá,Amazonas,Bahia,Ceará,Distrito Federal,Espírito Santo,Goiás,Maranhão,Mato Grosso,' +
      'Mato Grosso do Sul,Minas Gerais,Pará,Paraíba,Paraná,Pernambuco,Piauí,Rio de Janeiro,Rio Grande do Norte,' +
      'Rio Grande do Sul,Rondônia,Roraima,Santa Catarina,São Paulo,Sergipe,Tocantins',
  },
  {
    codes:
      'AGU BCN BCS CAM CHP CHH CMX COA COL DUR GUA GRO HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SLP SIN SON TAB ' +
      'TAM TLA VER YUC ZAC AGS BC CDMX CHIS CHIH COAH DGO EDOMEX GTO HGO MICH NL QRO QROO ZAC TAMPS TLAX',
    names:
      'Aguascalientes,Baja California,Baja California Sur,Campeche,Chiapas,Chihuahua,Ciudad de México,Coahuila,' +
      'Coahuila de Zaragoza,Colima,Durango,Guanajuato,Guerrero,Hidalgo,Jalisco,México,Estado de México,Michoacán,' +
      'Michoacán de Ocampo,Morelos,Nayarit,Nuevo León,Oaxaca,Puebla,Querétaro,Quintana Roo,San Luis Potosí,Sinaloa,' +
      'Sonora,Tabasco,Tamaulipas,Tlaxcala,Veracruz,Yucatán,Zacatecas',
  },
  {
    codes:
      'AN AP AR AS BR CH CT CG DD DL DN GA GJ HR HP JK JH KA KL LA LD MP MH MN ML MZ NL OD OR PB PY RJ SK TN TG TS TR ' +
      'UP UK UT WB',
    names:
      'Andhra Pradesh,Arunachal Pradesh,Assam,Bihar,Chhattisgarh,Goa,Gujarat,Haryana,Himachal Pradesh,Jharkhand,' +
      'Karnataka,Kerala,Madhya Pradesh,Maharashtra,Manipur,Meghalaya,Mizoram,Nagaland,Odisha,Orissa,Punjab,Rajasthan,' +
      'Sikkim,Tamil Nadu,Telangana,Tripura,Uttar Pradesh,Uttarakhand,West Bengal,Delhi,New Delhi,Jammu and Kashmir,' +
      'Ladakh,Puducherry,Pondicherry,Chandigarh,Andaman and Nicobar Islands',
  },
  {
    codes: 'AB BC MB NB NL NS NT NU ON PE QC SK YT',
    names:
      'Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland and Labrador,Newfoundland,Nova Scotia,' +
      'Northwest Territories,Nunavut,Ontario,Prince Edward Island,Quebec,Saskatchewan,Yukon,Colombie-Britannique,' +
      'Nouveau-Brunswick,Nouvelle-Écosse,Terre-Neuve-et-Labrador,Île-du-Prince-Édouard',
  },
  {
    codes: 'BW BY BE BB HB HH HE MV NI NW NRW RP SL SN ST SH TH',
    names:
      'Baden-Württemberg,Bayern,Berlin,Brandenburg,Bremen,Hamburg,Hessen,Mecklenburg-Vorpommern,Niedersachsen,' +
      'Nordrhein-Westfalen,Rheinland-Pfalz,Saarland,Sachsen,Sachsen-Anhalt,Schleswig-Holstein,Thüringen,Bavaria,Hesse,' +
      'Lower Saxony,North Rhine-Westphalia,Rhineland-Palatinate,Saxony,Saxony-Anhalt,Thuringia',
  },
  {
    codes: 'B K N O S ST T V W',
    names:
      'Burgenland,Kärnten,Niederösterreich,Oberösterreich,Salzburg,Steiermark,Tirol,Vorarlberg,Wien,Vienna,Tyrol,Styria',
  },
  {
    codes: 'AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH',
    names:
      'Aargau,Appenzell,Appenzell Innerrhoden,Appenzell Ausserrhoden,Bern,Basel,Basel-Landschaft,Basel-Stadt,Freiburg,' +
      'Fribourg,Genf,Genève,Geneva,Glarus,Graubünden,Jura,Luzern,Neuchâtel,Neuenburg,Nidwalden,Obwalden,St. Gallen,' +
      'Schaffhausen,Solothurn,Schwyz,Thurgau,Ticino,Tessin,Uri,Vaud,Waadt,Valais,Wallis,Zug,Zürich,Zurich',
  },
  {
    codes: 'ACT NSW NT QLD SA TAS VIC WA',
    names:
      'Australian Capital Territory,New South Wales,Northern Territory,Queensland,South Australia,Tasmania,Victoria,' +
      'Western Australia',
  },
  {
    codes: '',
    names:
      'Buenos Aires,Ciudad Autónoma de Buenos Aires,CABA,Capital Federal,Catamarca,Chaco,Chubut,Córdoba,Corrientes,' +
      'Entre Ríos,Formosa,Jujuy,La Pampa,La Rioja,Mendoza,Misiones,Neuquén,Río Negro,Salta,San Juan,San Luis,' +
      'Santa Cruz,Santa Fe,Santiago del Estero,Tierra del Fuego,Tucumán',
  },
  {
    codes: '',
    names:
      'Álava,Araba,Albacete,Alicante,Alacant,Almería,Asturias,Ávila,Badajoz,Baleares,Illes Balears,Barcelona,Burgos,' +
      'Cáceres,Cádiz,Cantabria,Castellón,Ciudad Real,Cuenca,Girona,Gerona,Granada,Guadalajara,Guipúzcoa,Gipuzkoa,' +
      'Huelva,Huesca,Jaén,La Coruña,A Coruña,Las Palmas,León,Lleida,Lérida,Lugo,Madrid,Málaga,Murcia,Navarra,Orense,' +
      'Ourense,Palencia,Pontevedra,Salamanca,Santa Cruz de Tenerife,Segovia,Sevilla,Soria,Tarragona,Teruel,Toledo,' +
      'Valencia,València,Valladolid,Vizcaya,Bizkaia,Zamora,Zaragoza,Andalucía,Aragón,Canarias,Castilla y León,' +
      'Castilla-La Mancha,Cataluña,Catalunya,Comunidad de Madrid,Comunidad Valenciana,Extremadura,Galicia,País Vasco,' +
      'Ceuta,Melilla',
  },
  {
    codes: '',
    names:
      'Antioquia,Atlántico,Bogotá,Bolívar,Boyacá,Caldas,Cundinamarca,Huila,Magdalena,Meta,Nariño,Norte de Santander,' +
      'Quindío,Risaralda,Santander,Tolima,Valle del Cauca,Lima,Arequipa,Cusco,Piura,La Libertad,Santiago,Valparaíso,' +
      'Biobío,Región Metropolitana,Pichincha,Guayas,Azuay',
  },
  {
    codes: '',
    names:
      'تهران,البرز,اصفهان,فارس,خراسان رضوی,خراسان شمالی,خراسان جنوبی,آذربایجان شرقی,آذربایجان غربی,خوزستان,مازندران,' +
      'گیلان,گلستان,کرمان,کرمانشاه,کردستان,همدان,مرکزی,قم,قزوین,زنجان,اردبیل,لرستان,ایلام,بوشهر,هرمزگان,' +
      'سیستان و بلوچستان,یزد,سمنان,چهارمحال و بختیاری,کهگیلویه و بویراحمد,مشهد,شیراز,تبریز,کرج,اهواز,رشت,' +
      'Tehran,Alborz,Isfahan,Esfahan,Fars,Razavi Khorasan,Khuzestan,Mazandaran,Gilan,Golestan,Kerman,Kermanshah,' +
      'Kurdistan,Hamadan,Markazi,Qom,Qazvin,Zanjan,Ardabil,Lorestan,Ilam,Bushehr,Hormozgan,Yazd,Semnan',
  },
  {
    codes: '',
    names:
      'Auvergne-Rhône-Alpes,Bourgogne-Franche-Comté,Bretagne,Centre-Val de Loire,Corse,Grand Est,Hauts-de-France,' +
      'Île-de-France,Normandie,Nouvelle-Aquitaine,Occitanie,Pays de la Loire,Provence-Alpes-Côte d’Azur,Lombardia,' +
      'Lazio,Veneto,Piemonte,Toscana,Emilia-Romagna,Campania,Sicilia,Puglia,Liguria,Marche,Abruzzo,Calabria,Sardegna,' +
      'Umbria,Basilicata,Molise,Friuli-Venezia Giulia,Trentino-Alto Adige,Valle d’Aosta',
  },
  {
    codes: '',
    names:
      'Noord-Holland,Zuid-Holland,Utrecht,Noord-Brabant,Gelderland,Overijssel,Limburg,Friesland,Groningen,Drenthe,' +
      'Flevoland,Zeeland,Mazowieckie,Małopolskie,Śląskie,Wielkopolskie,Dolnośląskie,Łódzkie,Pomorskie,Lubelskie,' +
      'Podkarpackie,Podlaskie,Lubuskie,Opolskie,Świętokrzyskie,Zachodniopomorskie,Kujawsko-pomorskie,' +
      'Warmińsko-mazurskie,England,Scotland,Wales,Northern Ireland,Greater London,London,Kent,Essex,Surrey',
  },
  {
    codes: '',
    names:
      'İstanbul,Istanbul,Ankara,İzmir,Izmir,Bursa,Antalya,Adana,Konya,Gaziantep,Kocaeli,Mersin,Kayseri,Eskişehir,' +
      'Москва,Санкт-Петербург,Московская область,Ленинградская область,Свердловская область,Татарстан,' +
      'Краснодарский край,Новосибирская область,Самарская область,Ростовская область,Нижегородская область',
  },
  {
    codes: '',
    names:
      '北京,北京市,上海,上海市,天津,天津市,重庆,重庆市,广东,广东省,江苏,江苏省,浙江,浙江省,山东,山东省,四川,四川省,' +
      '河南,河南省,湖北,湖北省,湖南,湖南省,福建,福建省,河北,河北省,安徽,安徽省,辽宁,辽宁省,陕西,陕西省,江西,江西省,' +
      '東京都,大阪府,京都府,北海道,神奈川県,愛知県,福岡県,埼玉県,千葉県,兵庫県,静岡県,広島県,' +
      'الرياض,مكة المكرمة,جدة,المدينة المنورة,المنطقة الشرقية,الدمام,دبي,أبوظبي,الشارقة,عجمان,القاهرة,الإسكندرية,الجيزة',
  },
];

/** ISO 3166-1. */
const COUNTRY_CODES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM ' +
  'CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FO FR GA GB GD GE GF GH GI GL GM GN GP GQ GR GT GU ' +
  'GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT ' +
  'LU LV LY MA MC MD ME MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NZ OM PA PE PF PG PH ' +
  'PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TC TD TG TH TJ TL TM TN ' +
  'TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WS XK YE YT ZA ZM ZW UK';
const COUNTRY_LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'cs', 'ru', 'tr', 'fa', 'ar', 'zh', 'ja'];
/** As people write them. */
const COUNTRY_WORDS = 'USA,U.S.,U.S.A.,United States of America,UK,Great Britain,UAE,South Korea,Korea,Russia,Holland';

/** `State`, `Estado`, `Bundesland`, `استان` and their like: names under which places stand. */
const PLACE_HEADER = new RegExp(
  '(?<!\\p{L})(?:state|states|province|provincia|provinz|provincie|region|estado|uf|departamento|bundesland|land|lander|' +
    'kanton|canton|country|pais|pays|paese|stato|etat|wojewodztwo|kraj|il|sehir|ulke|regione|comune|county|territory|' +
    'область|регион|страна|штат|استان|کشور|منطقه|ایالت|شهر|محافظه|الدوله|المنطقه|دوله)(?!\\p{L})|州|省|地区|都道府県|国',
  'u',
);

interface Places {
  readonly names: ReadonlySet<string>;
  /** One set of codes per country, and one of countries: a column of codes keeps to one of them. */
  readonly codes: readonly ReadonlySet<string>[];
}

let known: Places | null = null;

function placeKey(text: string): string {
  return foldText(text)
    .replace(/[.'’_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function places(): Places {
  if (known !== null) return known;
  const names = new Set<string>();
  for (const region of REGIONS) for (const name of region.names.split(',')) names.add(placeKey(name));
  for (const name of COUNTRY_WORDS.split(',')) names.add(placeKey(name));
  const countries = COUNTRY_CODES.split(' ');
  for (const language of COUNTRY_LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of countries) if (code !== 'UK') names.add(placeKey(display.of(code) ?? ''));
  }
  names.delete('');
  const codes = [...REGIONS.map((region) => region.codes), COUNTRY_CODES]
    .filter((list) => list !== '')
    .map((list) => new Set(list.toLowerCase().split(' ')));
  known = { names, codes };
  return known;
}

/** Share of the distinct values that must be places. A misspelt one among many is let pass. */
const PLACES = 0.85;
/** Under a name that says nothing of places, this many different codes must agree: `CL` and `PE` may be anything. */
const CODES_WITHOUT_NAME = 4;

/**
 * Whether the distinct values of a column are places: states and provinces by name or code, countries. Codes count
 * only where one country's list has them all.
 */
export function arePlaces(values: readonly string[], headerKey: string): boolean {
  if (values.length === 0) return false;
  const { names, codes } = places();
  const named = PLACE_HEADER.test(headerKey);
  const folded = values.map(placeKey);
  const isName = (text: string): boolean => names.has(text);
  const parts = (text: string): string[] =>
    text
      .split(/[,/()|]| {2,}|(?<=^[a-z]{2,3}) (?=\p{L}{4})/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  for (const list of codes) {
    // `US-TX`, `Texas (TX)` and `TX - Texas` are one place each.
    const fits = folded.filter((text) => {
      if (list.has(text) || isName(text)) return true;
      const pieces = parts(text).flatMap((part) => (isName(part) ? [part] : part.split(' ')));
      return (
        pieces.length > 0 && pieces.every((part) => list.has(part) || isName(part) || part === 'us' || part === 'br')
      );
    });
    const byName = folded.filter((text) => isName(text)).length;
    if (fits.length < PLACES * folded.length) continue;
    if (named || byName >= Math.min(2, folded.length * PLACES) || folded.length >= CODES_WITHOUT_NAME) return true;
  }
  return false;
}
