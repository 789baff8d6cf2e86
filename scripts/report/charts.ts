/**
 * Charts as SVG text, drawn by ECharts without a browser: no script goes into the page, and words stay text. Series differ by
 * pattern as well as by colour. What is shown is handed in; words come from the caller.
 */
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** One kind of thing that is counted, in the order of the chart's labels. */
export interface Series {
  name: string;
  values: readonly number[];
}

const WIDTH = 760;
const HEIGHT = 320;
/** Dark on white: each contrasts with the page by more than 4.5 to 1. */
const COLOURS = ["#0b5cad", "#a33b00", "#4b4b4b"];
const FONT = "system-ui, sans-serif";
const INK = "#1b1b1b";

/** Bars side by side in time, stacked upon one another. @param labels one for each value. */
export function drawStackedBars(labels: readonly string[], series: readonly Series[]): string {
  return draw(HEIGHT, {
    legend: { top: 0, textStyle: { color: INK } },
    grid: { top: 40, right: 20, bottom: 10, left: 10 },
    xAxis: { type: "category", data: [...labels], axisLabel: { color: INK } },
    yAxis: { type: "value", minInterval: 1, axisLabel: { color: INK } },
    series: series.map(({ name, values }) => ({ type: "bar", stack: "all", name, data: [...values] })),
  });
}

/** Bars below one another with their numbers, the first on top. */
export function drawRanking(labels: readonly string[], { name, values }: Series): string {
  return draw(60 + labels.length * 34, {
    grid: { top: 10, right: 50, bottom: 10, left: 10 },
    xAxis: { type: "value", minInterval: 1, axisLabel: { color: INK } },
    yAxis: {
      type: "category",
      inverse: true,
      data: [...labels],
      axisLabel: { color: INK, width: 300, overflow: "truncate" },
    },
    series: [{ type: "bar", name, data: [...values], label: { show: true, position: "right", color: INK } }],
  });
}

function draw(height: number, option: EChartsCoreOption): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: FONT },
      aria: { enabled: true, decal: { show: true } },
      ...option,
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
