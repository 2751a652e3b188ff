using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Trackly.Sdk.Benchmarks.Plot;

/// <summary>Draws curves as an SVG, for the documentation.</summary>
internal static class Drawing
{
    private const double Width = 900;
    private const double Height = 380;

    public static void Save(string path, Axis across, string upwards, IEnumerable<Curve> curves)
    {
        (across.Position, across.AxisTitleDistance) = (AxisPosition.Bottom, 10);
        var model = new PlotModel { DefaultFontSize = 13, Background = OxyColors.White, PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1) };
        model.Axes.Add(across);
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Title = upwards,
            AxisTitleDistance = 16,
            Minimum = 0,
            MaximumPadding = 0.1,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = OxyColors.Gainsboro,
        });
        model.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.TopCenter,
            LegendPlacement = LegendPlacement.Outside,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendItemSpacing = 16,
        });
        foreach (var curve in curves)
        {
            var line = new LineSeries { Title = curve.Name, MarkerType = MarkerType.Circle, MarkerSize = 3, StrokeThickness = 2 };
            line.Points.AddRange(curve.Points.Select(static point => new DataPoint(point.X, point.Microseconds)));
            model.Series.Add(line);
        }

        using var file = File.Create(path);
        new SvgExporter { Width = Width, Height = Height, TextMeasurer = new GenerousMeasurer() }.Export(model, file);
    }

    /// <summary>Leaves room for wider fonts, because the font that displays the file is unknown.</summary>
    private sealed class GenerousMeasurer() : PdfRenderContext(Width, Height, OxyColors.White)
    {
        private const double Room = 1.5;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
        {
            var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
            return new OxySize(size.Width * Room, size.Height);
        }
    }
}
