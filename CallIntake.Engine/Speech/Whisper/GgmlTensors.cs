namespace CallIntake.Engine.Speech.Whisper;

/// <summary>Which tensors a Whisper model has, and of what form. Pure. Layout: whisper.cpp, <c>whisper_model_load</c>.</summary>
internal static class GgmlTensors
{
    /// <summary>Sizes by name, the fastest running dimension first, as the file has them.</summary>
    /// <param name="parameters">
    /// n_vocab, n_audio_ctx, n_audio_state, n_audio_head, n_audio_layer, n_text_ctx, n_text_state, n_text_head, n_text_layer, n_mels, ftype.
    /// </param>
    public static Dictionary<string, int[]> Expected(int[] parameters)
    {
        var (words, positions, sound, text, tokens, mels) = (parameters[0], parameters[1], parameters[2], parameters[6], parameters[5], parameters[9]);
        var tensors = new Dictionary<string, int[]>(StringComparer.Ordinal)
        {
            ["encoder.positional_embedding"] = [sound, positions],
            ["encoder.conv1.weight"] = [3, mels, sound],
            ["encoder.conv1.bias"] = [1, sound],
            ["encoder.conv2.weight"] = [3, sound, sound],
            ["encoder.conv2.bias"] = [1, sound],
            ["decoder.positional_embedding"] = [text, tokens],
            ["decoder.token_embedding.weight"] = [text, words],
        };
        AddPair(tensors, "encoder.ln_post", [sound], sound);
        AddPair(tensors, "decoder.ln", [text], text);
        AddLayers(tensors, "encoder", parameters[4], sound, []);
        AddLayers(tensors, "decoder", parameters[8], text, ["cross_"]);
        return tensors;
    }

    private static void AddLayers(Dictionary<string, int[]> tensors, string part, int layers, int width, string[] furtherAttention)
    {
        for (var i = 0; i < layers; i++)
        {
            var layer = $"{part}.blocks.{i}";
            AddPair(tensors, $"{layer}.mlp_ln", [width], width);
            AddPair(tensors, $"{layer}.mlp.0", [width, 4 * width], 4 * width);
            AddPair(tensors, $"{layer}.mlp.2", [4 * width, width], width);
            foreach (var kind in furtherAttention.Prepend(string.Empty))
            {
                AddPair(tensors, $"{layer}.{kind}attn_ln", [width], width);
                AddPair(tensors, $"{layer}.{kind}attn.query", [width, width], width);
                tensors[$"{layer}.{kind}attn.key.weight"] = [width, width];
                AddPair(tensors, $"{layer}.{kind}attn.value", [width, width], width);
                AddPair(tensors, $"{layer}.{kind}attn.out", [width, width], width);
            }
        }
    }

    private static void AddPair(Dictionary<string, int[]> tensors, string name, int[] weight, int bias)
    {
        tensors[$"{name}.weight"] = weight;
        tensors[$"{name}.bias"] = [bias];
    }
}
