Object.prototype.endpoint = 'https://elsewhere.example';
Object.prototype.item = 'elsewhere';
Object.prototype.extend = function () {
  return this;
};
