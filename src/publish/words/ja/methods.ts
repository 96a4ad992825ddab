import { html } from "../../site/html.ts";
import type { codebook as codebookEnglish, methods as methodsEnglish } from "../en/methods.ts";
import { createNumberFormat } from "../plural.ts";

const number = createNumberFormat("ja");

const AGGREGATIONS = {
  sum: "合計",
  mean: "平均",
  min: "最小値",
  max: "最大値",
  first: "最初の値",
  last: "最後の値",
};

/** Japanese words of the page on methods and data. */
export const methods: Partial<typeof methodsEnglish> = {
  methodsTitle: "方法とデータ",
  methodsDescription: (title) =>
    `「${title}」の図、表、判定がどのように作られたか、およびダウンロードできるデータ。`,
  tiersAre: (tiers) => `階層（良い順）：${tiers}。`,
  tierExistsSince: (tier, year) => `${tier}は${year}年から。`,
  casebookCovers: (years) => `事例集の対象は${years}年です。`,
  changesAreCounted:
    "評価の変動は、間隔にかかわらず、続く二つの評価のある年の間で数えます。評価のない年は飛ばし、補いません。",
  statisticQuoted: ({ aggregation, years, unit }) =>
    `${years}年の${AGGREGATIONS[aggregation]}${unit === undefined ? "" : `（単位：${unit}）`}。年ごとの値が事例集にないため、印刷物から引用しています。各値にはその旨と、資料および時点を示しています。`,
  statisticComputed: ({ aggregation, years, unit }, from, column) =>
    `${from}${column === undefined ? "" : `の列${column}`}の${years}年の${AGGREGATIONS[aggregation]}${unit === undefined ? "" : `（単位：${unit}）`}。`,
  absentIsZero: "値のない年は0として数えます。",
  absentIsLeftOut: "値のない年は除きます。",
  series: "系列データ",
  aid: "援助",
  takenFromSource: "資料からの取得時点",
  pinnedTo: "固定した版",
  years: "年",
  rows: "行数",
  columnsOf: (table) => `${table}の列`,
  column: "列",
  label: "名称",
  unit: "単位",
  range: "範囲",
  missingValues: "欠損値",
  missingRule: () =>
    html`ない値を0とすることも、推測で補うこともありません。欠損値には次のいずれかの理由が付きます：<em>報告書に記載なし</em>（評価制度に項目がない）、<em>特別事例</em>（評価制度がその国を別に扱った）、<em>未コード化</em>（誰も調べていない、または事例集に行がない）、<em>入手不可</em>（探したが見つからない）、<em>該当なし</em>。データファイルでは、理由は別の列にあります。`,
  verdictsRule: () =>
    html`本文中の評価や計算値についての記述は、このサイトを作成するたびにデータと照合されます。データが印刷された精度で同じことを示していれば<em>一致</em>、違うことを示していれば<em>不一致</em>、データからは分からなければ<em>記録なし</em>です。各事例の末尾に記述の一覧と判定の根拠となった行があり、名前のある記述にはそのクエリを載せたページがあります。`,

  statisticalMethods: "統計の方法",
  statisticalMethodsLead:
    "この事例集の分析は次の方法で計算しています。欠損値のある行は先に除いて数を示し、行の順序は結果に影響せず、存在しない推定値は理由とともに欠損とします。",
  formula: "式",
  needs: "条件",
  howKnownRight: "正しさの確認",
  toKnowBefore: "結果を信じる前に知っておくこと",
  usedBy: "使用する分析",

  findings: "指摘",
  noFindings: "この版では、検査による指摘はありません。",
  findingsAre: (n) => `この版とともに公開された指摘：${number(n)}件。`,
  check: "検査",
  severity: "重大度",
  severities: { error: "誤り", warning: "警告", note: "注意" },
  finding: "指摘",
  findingPlace: "箇所",

  data: "データ",
  dataLead: (address) =>
    html`<a href="${address}">データパッケージ</a>には、全ての表（CSVとParquet）、SQLiteデータベース、データの説明書があります。下のファイルは読むためのもので、名前と名称を省略せずに示しています。`,
  dataFiles: "データファイル",
  downloadColumn: "ダウンロード",
  fileAs: (label, kind) => `${label}（${kind}形式）`,
  dataLabels: {
    countries: "国",
    sources: "資料",
    analyses: "分析",
    grades: "評価",
    laws: "法律",
    governments: "政権",
    grants: "助成金",
    aid: "援助",
    quoted: "引用した統計",
    entries: "記録",
    actors: "関係者",
    claims: "検証された記述",
  },
  licenceOfCasebook: (licence) => html`この事例集のライセンス：${licence}。`,
  dataFromElsewhere: "他から取得したデータは、その資料のライセンスに従います。",
  noLicence: "この事例集はライセンスを定めていません。",
};

/** Japanese words of the page of the data package. */
export const codebook: Partial<typeof codebookEnglish> = {
  dataTitle: "データと説明書",
  dataDescription: (title) =>
    `「${title}」のデータのダウンロードと、全ての表、列、単位、コード、欠損の規則。`,
  dataOfCasebook: (title) => `「${title}」のデータ。`,
  packageFiles: {
    descriptor: "パッケージの内容（機械可読、Frictionless Data Package 第2版）",
    database: "全ての表を収めたSQLiteデータベース",
    codebook: "この説明書（Markdown）",
    checksums: "全ファイルのチェックサム（sha256sum -c 用）",
    cff: "データの引用方法（機械可読）",
    bibtex: "同じ内容（BibTeX）",
  },
  packageLead: (n) =>
    `表${number(n)}点。それぞれCSVとParquetがあり、全てを収めたデータベースもあります。作成のたびに事例集から作られるため、ページと同じ内容です。`,
  codebookAsTable: (links) => html`この説明書の表：${links}。`,
  filesForReading: (link) => html`名前と名称を省略せずに示した読むためのファイルは、${link}にあります。`,
  citeAs: (citation) => html`引用：${citation}`,
  tables: "表",
  tableWithRows: (table, name, rows) => html`${table}、${name}：${number(rows)}行`,
  howToAsk: "問い合わせの方法",
  howToAskLead: "記述が事例集に問うことは、誰でも同じ言葉でこれらのファイルに問うことができます。",
  examples: "例",
  missingAndKeys: "欠損値とキー",
  rowCount: (rows) => `${number(rows)}行。`,
  keyIs: (columns) => html`キー：${columns}。`,
  columnType: "型",
  whatItSays: "内容",
  missingColumn: "欠損",
  refersTo: (description, table) => html`${description}（参照先：${table}）`,
  codesOf: (columns, codes) => html`${columns}のコード：${codes}。`,
};
